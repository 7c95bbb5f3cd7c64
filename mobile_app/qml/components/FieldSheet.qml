// A field, found by typing.
import QtQuick
import Tern

Sheet {
    id: sheet
    property var fields: []       ///< of FilterModel.fields
    signal chosen(string path)

    readonly property var shown: {
        const wanted = box.text.trim().toLowerCase()
        return fields.filter(field => wanted === "" || field.label.toLowerCase().includes(wanted) || field.path.includes(wanted))
    }
    onOpened: box.field.forceActiveFocus()
    onClosed: box.text = ""

    Column {
        width: parent.width
        spacing: Theme.gapSmall
        SearchBox {
            id: box
            objectName: "fieldSearch"
            width: parent.width
            placeholder: qsTr("Search a field")
            field.onAccepted: if (sheet.shown.length > 0) list.take(sheet.shown[0].path)
            Keys.onDownPressed: {
                list.currentIndex = 0
                list.forceActiveFocus()
            }
        }
        ListView {
            id: list
            function take(path) {
                sheet.close()
                sheet.chosen(path)
            }
            width: parent.width
            height: sheet.parent ? sheet.parent.height * 0.5 : 360
            clip: true
            model: sheet.shown
            keyNavigationEnabled: true
            activeFocusOnTab: count > 0 || activeFocus
            delegate: ListLine {
                required property var modelData
                objectName: "pick_" + modelData.path
                width: ListView.view.width
                focusPolicy: Qt.ClickFocus
                text: modelData.label
                current: ListView.isCurrentItem && ListView.view.activeFocus
                onClicked: list.take(modelData.path)
            }
        }
    }
}
