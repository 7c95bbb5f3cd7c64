// A conflict, ended with a value of one's own, which begins as the one that holds.
import QtQuick
import Tern

Sheet {
    id: sheet
    required property var standing  ///< a StandingModel
    property string key: ""
    property var parts: []
    property var typed: ({})

    function ask(conflict) {
        key = conflict.key
        typed = ({})
        title = conflict.title || qsTr("Without a name")
        parts = conflict.parts
        open()
    }
    onClosed: {
        parts = []
        standing.forgetProblem()
    }

    Column {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: sheet.parts
            FieldEditor {
                required property var modelData
                width: parent ? parent.width : 0
                field: modelData
                onEdited: text => sheet.typed = Object.assign({}, sheet.typed, { [modelData.name]: text })
            }
        }
        Words {
            objectName: "settleProblem"
            visible: text !== ""
            width: parent.width
            text: sheet.standing.problem
            color: Theme.bad
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        AppButton {
            objectName: "settleGo"
            width: parent.width
            enabled: Object.keys(sheet.typed).length > 0
            text: qsTr("Use this for everyone")
            onClicked: sheet.standing.settle(sheet.key, sheet.typed)
        }
    }
    Connections {
        target: sheet.standing
        function onSettled() { sheet.close() }
    }
}
