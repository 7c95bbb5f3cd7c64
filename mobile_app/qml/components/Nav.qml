// The sections of the app: a bar below on a phone, a rail beside on a desk. One stop for Tab; arrows go through them.
import QtQuick
import Tern
import QtQuick.Templates as T

Rectangle {
    id: nav
    property bool rail: false
    property var sections: []  ///< [{"name", "label", "glyph"}…]
    property string current: ""
    signal chosen(string name)
    signal added()

    /// The section that is shown takes the keys.
    function enter() {
        const at = Math.max(0, sections.findIndex(section => section.name === current))
        items.itemAt(at).forceActiveFocus(Qt.TabFocusReason)
    }
    function step(from, by) {
        items.itemAt((from + by + sections.length) % sections.length).forceActiveFocus(Qt.TabFocusReason)
    }

    color: Theme.surface
    Rectangle {  // the edge to the page
        width: nav.rail ? 1 : parent.width
        height: nav.rail ? parent.height : 1
        x: nav.rail ? parent.width - 1 : 0
        color: Theme.line
    }
    Mark {
        id: mark
        visible: nav.rail
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.gapLarge
        size: 44
    }
    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        y: nav.rail ? mark.y + mark.height + Theme.gapHuge : 1
        columns: nav.rail ? 1 : nav.sections.length
        spacing: nav.rail ? Theme.gapSmall : 0
        Repeater {
            id: items
            model: nav.sections
            T.Button {
                id: item
                required property var modelData
                required property int index
                readonly property bool here: modelData.name === nav.current
                objectName: "nav_" + modelData.name
                width: nav.rail ? nav.width : nav.width / nav.sections.length
                height: 64
                text: modelData.label
                focusPolicy: here || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
                Keys.onDownPressed: nav.step(index, 1)
                Keys.onRightPressed: nav.step(index, 1)
                Keys.onUpPressed: nav.step(index, -1)
                Keys.onLeftPressed: nav.step(index, -1)
                onClicked: modelData.name === "add" ? nav.added() : nav.chosen(modelData.name)
                background: null
                contentItem: Item {
                    Rectangle {
                        id: spot
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: item.modelData.name === "add" && !nav.rail ? 8 : 6
                        width: item.modelData.name === "add" ? 48 : 56
                        height: item.modelData.name === "add" ? 48 : 32
                        radius: item.modelData.name === "add" ? Theme.radiusLarge : 16
                        color: item.modelData.name === "add" ? Theme.accent : item.here ? Theme.accentSoft
                             : item.hovered ? Theme.sunken : "transparent"
                        border.width: item.visualFocus ? 2 : 0
                        border.color: item.modelData.name === "add" ? Theme.ink : Theme.accent
                        Icon {
                            anchors.centerIn: parent
                            glyph: item.modelData.glyph
                            size: 22
                            color: item.modelData.name === "add" ? Theme.accentInk : item.here ? Theme.accent : Theme.inkSoft
                        }
                    }
                    Words {
                        visible: item.modelData.name !== "add"
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.top: spot.bottom
                        anchors.topMargin: 2
                        width: parent.width - 4
                        horizontalAlignment: Text.AlignHCenter
                        text: item.text
                        size: "caption"
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 11
                        color: item.here ? Theme.ink : Theme.inkSoft
                        font.weight: item.here ? Font.DemiBold : Font.Normal
                    }
                }
            }
        }
    }
}
