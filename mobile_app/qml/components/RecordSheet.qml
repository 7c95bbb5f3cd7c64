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
            objectName: "recordSearch"
            placeholder: qsTr("Search")
            onTyped: text => found.text = text
            field.onAccepted: if (box.text !== "" && list.count > 0) (list.itemAtIndex(0) as ListRow).clicked()
            Keys.onDownPressed: {
                list.currentIndex = 0
                list.forceActiveFocus(Keyboard.reason)
            }
        }
        ListView {
            id: list
            objectName: "recordChoices"
            activeFocusOnTab: count > 0 || activeFocus
            keyNavigationEnabled: true
            width: parent.width
            height: sheet.parent ? sheet.parent.height * 0.45 : 360
            clip: true
            model: box.text === "" ? recent : found
            delegate: box.text === "" ? one : hit
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
    component Choice: ListRow {
        required property int index
        required recordId
        required title
        objectName: "record_" + index
        width: ListView.view.width
        focusPolicy: Qt.ClickFocus
        current: ListView.isCurrentItem && ListView.view.activeFocus
        onClicked: {
            sheet.chosen(recordId, title)
            sheet.close()
        }
    }
    Component {
        id: one
        Choice {
            required subtitle
            required loaded
        }
    }
    Component {
        id: hit
        Choice {
            required titleFound
            required property string iconName
            required property string about
            required property string aboutFound
            subtitle: about
            subtitleFound: aboutFound
            glyph: sheet.targets.length === 1 ? "" : iconName
        }
    }
    SearchModel {
        id: found
        entity: sheet.targets.length === 1 ? sheet.targets[0] : ""
        kinds: sheet.targets
    }
    RecordList {
        id: recent
        entity: sheet.visible && sheet.targets.length > 0 ? sheet.targets[0] : ""
        sort: "-updated_at"
        limit: 20
    }
}
