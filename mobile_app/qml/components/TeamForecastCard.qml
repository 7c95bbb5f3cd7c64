// What a team expects: teams, those in them, their people, in one category at a time; who leads may change a figure.
import QtQuick
import Tern

Card {
    id: card
    required property ForecastModel forecast
    readonly property bool wide: width >= 620
    readonly property int numbers: wide ? Math.min(140, width * 0.17) : Math.min(130, width * 0.36)
    property var shut: []           ///< ids of teams whose people are not shown
    readonly property var shown: Array.from(forecast.lines).filter(line => !Array.from(line.within).some(id => shut.includes(id)))

    function use(line) {
        if (line.team)
            shut = shut.includes(line.id) ? shut.filter(id => id !== line.id) : [...shut, line.id]
        else if (line.may)
            changing.begin(line)
        else
            Go.list("opportunity", "owner_id = " + line.id + " and status = open")
    }

    implicitHeight: column.height + 2 * padding
    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        CardHead { width: parent.width; title: qsTr("My team's forecast") }
        ChipRow {
            width: parent.width
            prefix: "category_"
            options: Array.from(card.forecast.categories)
            value: card.forecast.category
            onChosen: value => card.forecast.category = value
        }
        Row {
            visible: card.wide
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapSmall
            Repeater {
                model: [qsTr("By the deals"), qsTr("Submitted"), qsTr("Counts")]
                Words {
                    required property string modelData
                    width: card.numbers
                    horizontalAlignment: Text.AlignRight
                    text: modelData
                    size: "caption"
                    soft: true
                    font.weight: Font.DemiBold
                }
            }
        }
        Column {
            width: parent.width
            Repeater {
                model: card.shown
                ForecastLine {
                    required property var modelData
                    required property int index
                    objectName: "forecastLine_" + index
                    width: column.width
                    told: modelData
                    wide: card.wide
                    numbers: card.numbers
                    open: !card.shut.includes(modelData.id)
                    onClicked: card.use(modelData)
                }
            }
        }
    }
    ForecastSheet {
        id: changing
        onChanged: (user, currency, amount, note) => card.forecast.change(user, currency, amount, note)
    }
}
