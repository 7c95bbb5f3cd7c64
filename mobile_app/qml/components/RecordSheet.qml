// Another record, found by typing.
import QtQuick
import Tern

Sheet {
    id: sheet
    property var targets: []
    property string value: ""
    signal chosen(string value, string title)

    onOpened: box.field.forceActiveFocus()
    onClosed: box.text = ""

    Column {
        width: parent.width
        spacing: Theme.gapSmall
        SearchBox {
            id: box
            width: parent.width
            placeholder: qsTr("Search")
            onTyped: text => found.text = text
        }
        ListView {
            width: parent.width
            height: sheet.parent ? sheet.parent.height * 0.45 : 360
            clip: true
            model: box.text === "" ? recent : found
            delegate: ListLine {
                required property string recordId
                required property string title
                width: ListView.view.width
                text: title
                onClicked: {
                    sheet.chosen(recordId, title)
                    sheet.close()
                }
            }
        }
        AppButton {
            kind: "quiet"
            text: qsTr("None")
            onClicked: {
                sheet.chosen("", "")
                sheet.close()
            }
        }
    }
    SearchModel {
        id: found
        entity: sheet.targets.length === 1 ? sheet.targets[0] : ""
    }
    RecordList {
        id: recent
        entity: sheet.visible && sheet.targets.length > 0 ? sheet.targets[0] : ""
        sort: "-updated_at"
        limit: 20
    }
}
