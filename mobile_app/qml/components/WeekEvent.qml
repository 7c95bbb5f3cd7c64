// One thing in the calendar's week.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: block
    property var event: ({})
    property string title: ""
    readonly property string tone: event.entity === "visit" ? "accent" : event.entity === "task" ? "warn" : "calm"

    focusPolicy: Qt.StrongFocus
    Accessible.name: [event.time, title, event.aside].filter(part => part).join(", ")
    background: Rectangle {
        radius: 6
        color: Theme.soft_of(block.tone)
        border.width: block.visualFocus ? 2 : block.hovered ? 1 : 0
        border.color: Theme.ink_of(block.tone)
        Rectangle { width: 3; height: parent.height; radius: 2; color: Theme.ink_of(block.tone) }
    }
    contentItem: Item {
        clip: true
        Column {
            x: Theme.gapSmall
            y: 2
            width: parent.width - Theme.gapSmall - 2
            Words {
                width: parent.width
                text: block.title
                size: "caption"
                font.weight: Font.DemiBold
                color: Theme.ink_of(block.tone)
            }
            Words {
                width: parent.width
                visible: block.height > 36
                text: [block.event.time, block.event.aside].filter(part => part).join(" · ")
                size: "caption"
                color: Theme.ink_of(block.tone)
            }
        }
    }
}
