// All keys on one sheet.
import QtQuick
import Tern

Sheet {
    id: sheet
    objectName: "keysSheet"
    title: qsTr("Keys")
    Flickable {
        objectName: "keysList"
        activeFocusOnTab: true
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 72))
        Keys.onUpPressed: contentY = Math.max(0, contentY - 72)
        width: parent.width
        height: Math.min(table.height, sheet.parent ? sheet.parent.height * 0.7 : 400)
        contentHeight: table.height
        clip: true
        focus: true
        Column {
            id: table
            width: parent.width
            Repeater {
                model: Keymap.told
                Item {
                    id: line
                    required property int index
                    required property var modelData
                    readonly property bool first: index === 0 || Keymap.told[index - 1].where !== modelData.where
                    width: parent.width
                    height: (first ? 32 : 0) + 36
                    Words {
                        visible: line.first
                        y: 8
                        text: line.modelData.where
                        size: "caption"
                        soft: true
                        font.weight: Font.DemiBold
                    }
                    Words {
                        anchors.left: parent.left
                        anchors.right: keys.left
                        anchors.bottom: parent.bottom
                        height: 36
                        text: line.modelData.does
                        size: "label"
                    }
                    KeyCap {
                        id: keys
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: 6
                        keys: line.modelData.keys
                    }
                }
            }
        }
    }
}
