// A column of a file: what it holds, and the field that it goes into.
import QtQuick
import Tern

Item {
    id: column
    property string name: ""
    property string samples: ""
    property string field: ""
    property string label: ""
    property var fields: []  ///< [{"value", "label"}…]
    readonly property bool wide: width > 560
    signal put(string field)

    implicitHeight: wide ? Math.max(said.height, goal.height) : said.height + goal.height + Theme.gapSmall
    Column {
        id: said
        width: column.wide ? column.width / 2 - Theme.gap : column.width
        Words { width: parent.width; text: column.name; font.weight: Font.DemiBold }
        Words { width: parent.width; text: column.samples === "" ? qsTr("(empty)") : column.samples; size: "label"; soft: true }
    }
    PickBox {
        id: goal
        objectName: "goal_" + column.name
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: column.wide ? column.width / 2 - Theme.gap : column.width
        Accessible.name: qsTr("%1 goes into").arg(column.name)
        shown: column.field === "" ? qsTr("Left out") : column.label
        onAsked: sheet.open()
    }
    ChoiceSheet {
        id: sheet
        title: column.name
        choices: column.fields
        value: column.field
        onChosen: value => column.put(value)
    }
}
