// A month by its weeks, Monday first; a dot for each of the first few things of a day.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: days
    property string first: ""     ///< the Monday on which it begins
    property int month: 0
    property string day: ""
    property var events: []       ///< of CalendarModel
    readonly property string today: Qt.formatDate(new Date(), "yyyy-MM-dd")
    readonly property var byDay: {
        const out = {}
        for (const event of events)
            (out[event.day] = out[event.day] || []).push(event.entity)
        return out
    }
    signal chosen(string day)

    implicitHeight: names.height + grid.height
    Row {
        id: names
        width: parent.width
        Repeater {
            model: 7
            Words {
                required property int index
                width: days.width / 7
                text: Tern.locale.dayName((index + 1) % 7, Locale.NarrowFormat)
                size: "caption"
                soft: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
    Grid {
        id: grid
        anchors.top: names.bottom
        width: parent.width
        columns: 7
        Repeater {
            model: 42
            T.Button {
                id: cell
                required property int index
                readonly property date date: {
                    const from = new Date(days.first + "T00:00")
                    return new Date(from.getFullYear(), from.getMonth(), from.getDate() + index)
                }
                readonly property string day: Qt.formatDate(date, "yyyy-MM-dd")
                readonly property bool picked: day === days.day
                readonly property var kinds: days.byDay[day] || []
                objectName: "day_" + day
                width: days.width / 7
                height: 48
                focusPolicy: Qt.NoFocus
                text: date.getDate()
                Accessible.name: date.toLocaleDateString(Tern.locale, Locale.LongFormat) + ", " + qsTr("%n planned", "", kinds.length)
                onClicked: days.chosen(day)
                background: Item {
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 2
                        width: 34
                        height: 34
                        radius: 17
                        color: cell.picked ? Theme.accent : cell.hovered ? Theme.sunken : "transparent"
                        border.width: cell.day === days.today ? 1 : 0
                        border.color: Theme.accent
                    }
                }
                contentItem: Item {
                    Words {
                        y: 2
                        width: parent.width
                        height: 34
                        text: cell.text
                        size: "label"
                        font.weight: cell.day === days.today ? Font.DemiBold : Font.Normal
                        horizontalAlignment: Text.AlignHCenter
                        color: cell.picked ? Theme.accentInk : cell.date.getMonth() === days.month ? Theme.ink : Theme.inkFaint
                    }
                    Row {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 38
                        spacing: 3
                        Repeater {
                            model: cell.kinds.slice(0, 3)
                            Rectangle {
                                required property string modelData
                                width: 5
                                height: 5
                                radius: 3
                                color: modelData === "visit" ? Theme.accent : modelData === "task" ? Theme.warn : Theme.calm
                            }
                        }
                    }
                }
            }
        }
    }
}
