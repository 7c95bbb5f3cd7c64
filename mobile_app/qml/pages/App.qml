// All of the app below its window: what is shown follows from how the data folder stands.
import QtQuick
import Tern

FocusScope {
    id: app
    focus: true

    Rectangle { anchors.fill: parent; color: Theme.back }
    Loader {
        id: stage
        objectName: "stage"
        anchors.fill: parent
        focus: true
        sourceComponent: Tern.kit !== "" ? kit : Tern.state === Tern.Empty ? welcome
                       : Tern.state === Tern.Locked ? unlock : Tern.state === Tern.Waiting ? waiting : shell
    }
    Component { id: welcome; WelcomePage { } }
    Component { id: unlock; UnlockPage { } }
    Component { id: waiting; WaitingPage { } }
    Component { id: kit; KitPage { } }
    Component { id: shell; Shell { } }

    Toast {
        id: toast
        z: 10
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: app.width < Theme.wide ? 88 : Theme.gapHuge
    }
    Connections {
        target: Tern
        function onFailed(what, remedy) { toast.warn(remedy === "" ? what : qsTr("%1; %2", "what happened; what to do").arg(what).arg(remedy)) }
        function onRemoved(id) { toast.offer(qsTr("Moved to the trash"), qsTr("Undo"), () => Tern.undelete(id)) }
    }
    Connections {
        target: Bulk
        function onFinished(changed, unchanged, refused, why, removed) {
            const done = removed ? qsTr("%n moved to the trash", "", changed) : qsTr("%n changed", "", changed)
            const not = refused > 0 ? qsTr("%n could not be: %1", "", refused).arg(why) : ""
            if (changed > 0)
                toast.offer(not === "" ? done : done + ". " + not, qsTr("Undo"), () => Bulk.undo())
            else
                toast.say(not !== "" ? not : qsTr("All of them hold that already"))
        }
        function onUndone(restored, left) {
            toast.say(left > 0 ? qsTr("Undone; %n were changed since and stay", "", left) : qsTr("Undone"))
        }
    }
    Connections {
        target: Go
        function onSay(words) { toast.say(words) }
        function onOffer(words, label, undo) { toast.offer(words, label, undo) }
        function onUndo() { toast.take_back() }
    }
}
