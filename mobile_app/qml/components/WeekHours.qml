// A week by its hours, Monday first: what meets at one time stands side by side.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: week
    property string first: ""      ///< the Monday
    property string day: ""        ///< that is looked at
    property var events: []        ///< of CalendarModel
    property int hourHeight: 56
    readonly property int margin: 56
    readonly property real dayWidth: (width - margin) / 7
    readonly property string today: Qt.formatDate(new Date(), "yyyy-MM-dd")
    readonly property var names: {
        const from = new Date(first + "T00:00"), out = []
        for (let i = 0; i < 7; ++i)
            out.push(Qt.formatDate(new Date(from.getFullYear(), from.getMonth(), from.getDate() + i), "yyyy-MM-dd"))
        return out
    }
    /// Of this week: those of the one before are there until this one's come.
    readonly property var shown: Array.from(events).filter(event => names.includes(event.day))
    readonly property var whole: shown.filter(event => event.allDay)
    readonly property var timed: shown.filter(event => !event.allDay)
    signal chosen(string day)
    signal opened(string id)
    signal added(string day, int hour)

    Rectangle { anchors.fill: parent; radius: Theme.radius; color: Theme.surface; border.width: 1; border.color: Theme.line }
    Row {
        id: head
        x: week.margin
        height: 52
        Repeater {
            model: week.names
            Item {
                id: name
                required property string modelData
                readonly property date date: new Date(modelData + "T00:00")
                width: week.dayWidth
                height: head.height
                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 6
                    radius: Theme.radiusSmall
                    color: name.modelData === week.day ? Theme.accentSoft : "transparent"
                }
                Words {
                    anchors.centerIn: parent
                    text: Tern.locale.dayName(name.date.getDay(), Locale.ShortFormat) + "  " + name.date.getDate()
                    font.weight: name.modelData === week.today ? Font.DemiBold : Font.Normal
                    color: name.modelData === week.today ? Theme.accent : Theme.ink
                }
                TapHandler { onTapped: week.chosen(name.modelData) }
            }
        }
    }
    Row {
        id: allDay
        anchors.top: head.bottom
        x: week.margin
        visible: week.whole.length > 0
        height: visible ? 36 : 0
        Repeater {
            model: week.names
            Item {
                id: slot
                required property string modelData
                readonly property var of: week.whole.filter(event => event.day === modelData)
                width: week.dayWidth
                height: allDay.height
                WeekEvent {
                    visible: slot.of.length > 0
                    x: 2
                    width: parent.width - 6
                    height: parent.height - 4
                    event: slot.of[0] || ({})
                    title: slot.of.length > 1 ? event.title + " +" + (slot.of.length - 1) : event.title || ""
                    onClicked: week.opened(event.id)
                }
            }
        }
    }
    Rectangle { anchors.top: allDay.bottom; width: parent.width; height: 1; color: Theme.line }
    Flickable {
        id: hours
        anchors.top: allDay.bottom
        anchors.topMargin: 1
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 1
        width: parent.width
        contentHeight: 24 * week.hourHeight
        contentY: 7 * week.hourHeight - Theme.gap
        clip: true
        ScrollBar.vertical: ScrollBar { }
        Repeater {
            model: 24
            Item {
                id: hour
                required property int index
                y: index * week.hourHeight
                width: week.width
                height: week.hourHeight
                Words {
                    y: -height / 2
                    visible: hour.index > 0
                    width: week.margin - Theme.gapSmall
                    horizontalAlignment: Text.AlignRight
                    text: String(hour.index).padStart(2, "0") + ":00"
                    size: "caption"
                    soft: true
                }
                Rectangle { x: week.margin; width: parent.width - x; height: 1; color: Theme.line }
            }
        }
        Repeater {
            model: 6
            Rectangle {
                required property int index
                x: week.margin + (index + 1) * week.dayWidth
                width: 1
                height: hours.contentHeight
                color: Theme.line
            }
        }
        TapHandler {
            onTapped: point => {
                const column = Math.floor((point.position.x - week.margin) / week.dayWidth)
                if (column >= 0 && column < 7)
                    week.added(week.names[column], Math.floor((point.position.y + hours.contentY) / week.hourHeight))
            }
        }
        Repeater {
            model: week.timed
            WeekEvent {
                required property var modelData
                required property int index
                readonly property real lane: (week.dayWidth - 6) / modelData.lanes
                objectName: "weekEvent_" + index
                event: modelData
                title: modelData.title
                x: week.margin + week.names.indexOf(modelData.day) * week.dayWidth + 3 + modelData.lane * lane
                y: modelData.minute * week.hourHeight / 60 + 1
                width: lane - 2
                height: modelData.length * week.hourHeight / 60 - 2
                onClicked: week.opened(modelData.id)
            }
        }
        Rectangle {
            readonly property date now: new Date()
            visible: week.names.includes(week.today)
            x: week.margin + week.names.indexOf(week.today) * week.dayWidth
            y: (now.getHours() * 60 + now.getMinutes()) * week.hourHeight / 60
            width: week.dayWidth
            height: 2
            color: Theme.bad
        }
    }
}
