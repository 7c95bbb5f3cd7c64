// A record in a list: who, what, in which state.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: row
    property string recordId: ""
    property string title: ""
    property string subtitle: ""
    property string badge: ""
    property string tone: ""
    property string aside: ""
    property string glyph: ""
    property string titleFound: ""     ///< what a search found, as StyledText: in <b> what was typed
    property string subtitleFound: ""
    property bool loaded: true
    property bool current: false
    property bool selecting: false  ///< shows whether it is selected
    property bool selected: false
    property real moved: 0          ///< aside, by a finger
    property bool keyed: false      ///< the list's keys are here

    implicitHeight: Math.max(Theme.rowHeight, Math.round(Theme.bodySize * 4.4))
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.checkable: selecting
    Accessible.checked: selected
    Accessible.name: {
        let name = title
        for (const part of [subtitle, badge, aside])
            if (part !== "")
                name += ", " + part
        return name
    }

    function marked(found) {
        return found.replace(/<b>/g, "<font color='" + Theme.accent + "'>").replace(/<\/b>/g, "</font>")
    }

    background: Rectangle {
        radius: Theme.radius
        color: (row.current && !row.selecting) || row.selected ? Theme.accentSoft : row.down || row.hovered ? Theme.sunken : "transparent"
        border.width: row.visualFocus || row.keyed ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        transform: Translate { x: row.moved }
        CheckMark {
            anchors.centerIn: face
            visible: row.selecting
            checked: row.selected
        }
        Avatar {
            id: face
            visible: !row.selecting
            anchors.verticalCenter: parent.verticalCenter
            name: row.title
            glyph: row.glyph
            opacity: row.loaded ? 1 : 0.3
        }
        Column {
            anchors.left: face.right
            anchors.leftMargin: Theme.gap
            anchors.right: ends.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            Words {
                width: parent.width
                text: row.titleFound !== "" ? row.marked(row.titleFound)
                    : row.title === "" && row.loaded ? qsTr("Without a name") : row.title
                textFormat: row.titleFound !== "" ? Text.StyledText : Text.PlainText
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: row.subtitle === "" ? 2 : 1  // the second line is there in any case
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.subtitleFound !== "" ? row.marked(row.subtitleFound) : row.subtitle
                textFormat: row.subtitleFound !== "" ? Text.StyledText : Text.PlainText
                size: "label"
                soft: true
            }
        }
        Column {
            id: ends
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapTiny
            Words {
                anchors.right: parent.right
                visible: text !== ""
                text: row.aside
                size: "label"
                font.weight: Font.Medium
            }
            Pill {
                anchors.right: parent.right
                text: row.badge
                tone: Theme.tone(row.tone)
            }
        }
    }
}
