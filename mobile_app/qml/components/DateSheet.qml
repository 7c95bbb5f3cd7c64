// A day, and where it matters a time.
import QtQuick
import Tern
import QtQuick.Controls
import QtQuick.Templates as T

Sheet {
    id: sheet
    property string value: ""     ///< ISO 8601, or empty
    property bool withTime: false
    property date day: new Date()
    property date month: new Date()
    signal chosen(string value)

    function iso(date) { return Qt.formatDate(date, "yyyy-MM-dd") }
    function take(date) {
        if (!withTime) {
            chosen(iso(date))
            close()
            return
        }
        day = date
    }
    onAboutToShow: {
        const start = value === "" ? new Date() : new Date(value)
        day = isNaN(start) ? new Date() : start
        month = new Date(day.getFullYear(), day.getMonth(), 1)
        clock.text = value === "" ? "" : Qt.formatTime(day, "HH:mm")
    }

    Column {
        width: parent.width
        spacing: Theme.gapSmall
        Row {
            width: parent.width
            IconButton {
                glyph: "chevron-left"
                text: qsTr("Month before")
                onClicked: sheet.month = new Date(sheet.month.getFullYear(), sheet.month.getMonth() - 1, 1)
            }
            Words {
                width: parent.width - 2 * Theme.touch
                height: Theme.touch
                horizontalAlignment: Text.AlignHCenter
                text: sheet.month.toLocaleDateString(Tern.locale, Tern.language === "zh" ? "yyyy年M月" : "MMMM yyyy")
                font.weight: Font.DemiBold
            }
            IconButton {
                glyph: "chevron-right"
                text: qsTr("Month after")
                onClicked: sheet.month = new Date(sheet.month.getFullYear(), sheet.month.getMonth() + 1, 1)
            }
        }
        DayOfWeekRow {
            id: days
            width: parent.width
            delegate: Words {
                required property string narrowName
                text: narrowName
                size: "caption"
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
        MonthGrid {
            id: grid
            width: parent.width
            height: 6 * Theme.touch
            month: sheet.month.getMonth()
            year: sheet.month.getFullYear()
            delegate: T.Button {
                id: cell
                required property var model
                readonly property bool picked: sheet.iso(model.date) === sheet.iso(sheet.day)
                implicitHeight: Theme.touch
                text: model.day
                Accessible.name: model.date.toLocaleDateString(Tern.locale)
                onClicked: sheet.take(new Date(model.year, model.month, model.day))
                background: Rectangle {
                    anchors.centerIn: parent
                    width: 38
                    height: 38
                    radius: 19
                    color: cell.picked ? Theme.accent : cell.hovered ? Theme.sunken : "transparent"
                    border.width: cell.model.today || cell.visualFocus ? 1 : 0
                    border.color: Theme.accent
                }
                contentItem: Words {
                    text: cell.text
                    horizontalAlignment: Text.AlignHCenter
                    color: cell.picked ? Theme.accentInk : cell.model.month === grid.month ? Theme.ink : Theme.inkFaint
                }
            }
        }
        Binding { target: days; property: "locale"; value: Tern.locale }
        Binding { target: grid; property: "locale"; value: Tern.locale }
        TextBox {
            id: clock
            width: parent.width
            visible: sheet.withTime
            label: qsTr("Time")
            placeholder: "09:30"
            inputMethodHints: Qt.ImhTime
        }
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            AppButton {
                kind: "quiet"
                text: qsTr("None")
                onClicked: {
                    sheet.chosen("")
                    sheet.close()
                }
            }
            AppButton {
                visible: sheet.withTime
                text: qsTr("Take")
                onClicked: {
                    const parts = /^(\d{1,2}):(\d{2})$/.exec(clock.text) || [0, 9, 0]
                    const at = new Date(sheet.day.getFullYear(), sheet.day.getMonth(), sheet.day.getDate(),
                                        Number(parts[1]), Number(parts[2]))
                    sheet.chosen(at.toISOString())
                    sheet.close()
                }
            }
        }
    }
}
