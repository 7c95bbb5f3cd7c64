// One's own figures for a period, as the deals have them and as one says them; all of them are submitted at once.
import QtQuick
import Tern

Card {
    id: card
    required property ForecastModel forecast
    property var typed: ({})        ///< amounts by category and currency, where they differ from what stands there
    property bool noted: false      ///< the word on it was typed
    readonly property string period: forecast.period
    onPeriodChanged: forget()
    function forget() {
        typed = {}
        noted = false
    }

    readonly property var figures: Array.from(forecast.mine)
    function key(figure) { return figure.category + " " + figure.currency }
    function amount(figure) {
        const own = typed[key(figure)]
        return own !== undefined ? own : figure.said !== "" ? figure.said : figure.digits
    }
    function submit() {
        const said = figures.filter(figure => !figure.fixed)
        forecast.submit(said.map(figure => ({ category: figure.category, currency: figure.currency, amount: amount(figure) })),
                        note.text)
    }
    Keys.onPressed: event => {
        event.accepted = event.modifiers & Qt.ControlModifier && event.key === Qt.Key_Return && figures.length > 0
        if (event.accepted)
            submit()
    }

    implicitHeight: column.height + 2 * padding
    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        CardHead { width: parent.width; title: qsTr("My forecast") }
        Words {
            visible: card.forecast.ready && card.figures.length === 0
            width: parent.width
            wrapMode: Text.Wrap
            soft: true
            text: qsTr("No open deal of yours should close in this period.")
        }
        Repeater {
            model: card.figures
            Item {
                id: line
                required property var modelData
                required property int index
                width: parent ? parent.width : 0
                height: box.height
                Column {
                    anchors.left: parent.left
                    anchors.right: box.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    Words { width: parent.width; text: line.modelData.label; font.weight: Font.Medium }
                    Words {
                        objectName: "mineComputed_" + line.index
                        width: parent.width
                        size: "caption"
                        soft: true
                        text: line.modelData.changed !== "" ? qsTr("Deals: %1 · changed to %2").arg(line.modelData.computed).arg(line.modelData.changed)
                            : qsTr("Deals: %1").arg(line.modelData.computed)
                    }
                }
                NumberBox {
                    id: box
                    objectName: "mine_" + line.modelData.category + "_" + line.modelData.currency
                    anchors.right: parent.right
                    width: 168
                    readOnly: line.modelData.fixed
                    opacity: readOnly ? 0.6 : 1
                    activeFocusOnTab: !readOnly
                    shown: card.amount(line.modelData)
                    suffix: line.modelData.currency
                    placeholder: line.modelData.currency
                    Accessible.name: line.modelData.label + ", " + line.modelData.currency
                    onTyped: text => card.typed[card.key(line.modelData)] = text
                    onNext: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    onBefore: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                }
            }
        }
        TextBox {
            id: note
            objectName: "forecastNote"
            width: parent.width
            visible: card.figures.length > 0
            label: qsTr("A word on it")
            onEdited: card.noted = true
        }
        AppButton {
            objectName: "submitForecast"
            width: parent.width
            visible: card.figures.length > 0
            glyph: "check"
            text: qsTr("Submit")
            onClicked: card.submit()
        }
        Words {
            objectName: "forecastSince"
            visible: card.forecast.since !== ""
            width: parent.width
            size: "label"
            soft: true
            text: qsTr("Submitted %1").arg(card.forecast.since)
        }
    }
    Connections {
        target: card.forecast
        function onSubmitted() {
            card.forget()
            Go.say(qsTr("Forecast submitted"))
        }
        function onChanged() {
            if (!card.noted)
                note.text = card.forecast.note
        }
    }
}
