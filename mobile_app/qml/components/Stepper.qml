// How many: less, the number itself, more.
import QtQuick
import Tern

Row {
    id: stepper
    property int row: 0
    property string qty: ""
    property bool wrong: false
    signal stepped(int by)
    signal typed(string text)
    signal next()
    signal before()
    signal wiped()

    function take() { number.forceActiveFocus(Qt.TabFocusReason) }
    spacing: 2

    AppButton {
        objectName: "less_" + stepper.row
        width: 48
        kind: "secondary"
        text: "−"
        focusPolicy: Qt.NoFocus
        Accessible.name: qsTr("One less")
        onClicked: stepper.stepped(-1)
    }
    NumberBox {
        id: number
        objectName: "qty_" + stepper.row
        width: 64
        horizontalAlignment: TextInput.AlignHCenter
        shown: stepper.qty
        wrong: stepper.wrong
        Accessible.name: qsTr("Quantity")
        onTyped: text => stepper.typed(text)
        onNext: stepper.next()
        onBefore: stepper.before()
        onWiped: stepper.wiped()
    }
    AppButton {
        objectName: "more_" + stepper.row
        width: 48
        kind: "secondary"
        text: "+"
        focusPolicy: Qt.NoFocus
        Accessible.name: qsTr("One more")
        onClicked: stepper.stepped(1)
    }
}
