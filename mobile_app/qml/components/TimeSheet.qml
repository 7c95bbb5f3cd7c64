// An appointment's time on its day: by steps, or typed.
import QtQuick
import Tern

Sheet {
    id: sheet
    property string value: ""     ///< ISO 8601; its day stays
    property string day: ""       ///< ISO 8601, where there is no value
    property bool fixed: false
    signal chosen(string value)
    signal freed()

    readonly property var typed: /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock.text)

    function step(minutes) {
        const parts = typed || [0, 9, 0]
        const at = (Number(parts[1]) * 60 + Number(parts[2]) + minutes + 1440) % 1440
        clock.text = String(Math.floor(at / 60)).padStart(2, "0") + ":" + String(at % 60).padStart(2, "0")
    }
    onAboutToShow: clock.text = value === "" ? "09:00" : Qt.formatTime(new Date(value), "HH:mm")

    Column {
        width: parent.width
        spacing: Theme.gapLarge
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            AppButton {
                id: less
                objectName: "earlier"
                kind: "secondary"
                text: "−15"
                Accessible.name: qsTr("A quarter of an hour earlier")
                onClicked: sheet.step(-15)
            }
            TextBox {
                id: clock
                objectName: "timeBox"
                width: parent.width - less.width - more.width - 2 * Theme.gapSmall
                field.horizontalAlignment: TextInput.AlignHCenter
                field.Accessible.name: qsTr("Time")
                inputMethodHints: Qt.ImhTime
                wrong: sheet.typed === null
                onAccepted: keep.clicked()
            }
            AppButton {
                id: more
                objectName: "later"
                kind: "secondary"
                text: "+15"
                Accessible.name: qsTr("A quarter of an hour later")
                onClicked: sheet.step(15)
            }
        }
        Words {
            width: parent.width
            text: qsTr("An agreed time stays when the order changes; the others follow from it.")
            size: "label"
            soft: true
            wrapMode: Text.Wrap
        }
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            AppButton {
                id: keep
                objectName: "keepTime"
                enabled: sheet.typed !== null
                text: qsTr("Agreed")
                onClicked: {
                    const at = sheet.value === "" ? new Date(sheet.day + "T00:00") : new Date(sheet.value)
                    at.setHours(Number(sheet.typed[1]), Number(sheet.typed[2]), 0, 0)
                    sheet.chosen(at.toISOString())
                    sheet.close()
                }
            }
            AppButton {
                objectName: "freeTime"
                visible: sheet.fixed
                kind: "quiet"
                text: qsTr("Let it follow the order")
                onClicked: {
                    sheet.freed()
                    sheet.close()
                }
            }
        }
    }
}
