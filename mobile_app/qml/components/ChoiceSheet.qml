// One of many, or none.
import QtQuick
import Tern

Sheet {
    id: sheet
    property var choices: []      ///< [{"value", "label"}…]
    property string value: ""
    property bool optional: true
    signal chosen(string value)

    onOpened: {
        list.currentIndex = Math.max(0, Array.from(list.model).findIndex(choice => choice.value === value))
        list.forceActiveFocus()
    }

    ListView {
        id: list
        width: parent.width
        height: Math.min(contentHeight, sheet.parent ? sheet.parent.height * 0.6 : 400)
        clip: true
        keyNavigationEnabled: true
        activeFocusOnTab: true
        model: sheet.optional ? [{ value: "", label: qsTr("None") }, ...sheet.choices] : sheet.choices
        delegate: ListLine {
            required property var modelData
            objectName: "choice_" + modelData.value
            width: ListView.view.width
            focusPolicy: Qt.ClickFocus
            text: modelData.label
            chosen: modelData.value === sheet.value
            current: ListView.isCurrentItem && ListView.view.activeFocus
            onClicked: {
                sheet.chosen(modelData.value)
                sheet.close()
            }
        }
    }
}
