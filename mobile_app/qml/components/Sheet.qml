// A question over the page: from below on a phone, in the middle on a desk. It takes the keys, and gives them back.
import QtQuick
import Tern
import QtQuick.Controls
import QtQuick.Templates as T

T.Popup {
    id: sheet
    property string title: ""
    default property alias content: body.data
    readonly property bool wide: parent ? parent.width >= Theme.wide : false
    property Item before: null     ///< what had the keys

    onAboutToShow: before = parent ? parent.Window.activeFocusItem : null
    onOpened: if (Keyboard.used) take_keys()
    onClosed: give_back()
    /// Unless something else took the keys meanwhile: then the window's root does not have them.
    function give_back() {
        const now = parent ? parent.Window.activeFocusItem : null
        if (before && before.visible && (!now || !now.parent || now === parent))
            before.forceActiveFocus(Keyboard.reason)
    }
    function take_keys() {
        const first = body.nextItemInFocusChain(true)
        if (first)
            first.forceActiveFocus(Keyboard.reason)
    }

    parent: Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: wide ? Math.min(480, parent.width - 2 * Theme.edge) : parent ? parent.width : 0
    height: Math.min(parent ? parent.height * 0.85 : 600, body.childrenRect.height + head.height + 3 * Theme.gapLarge)
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (wide ? (parent.height - height) / 2 : parent.height - height) : 0
    padding: Theme.gapLarge

    Overlay.modal: Rectangle { color: Theme.veil }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.width: 1
        border.color: Theme.line
    }
    contentItem: Item {
        Item {
            id: head
            width: parent.width
            height: Theme.touch
            Words {
                anchors.left: parent.left
                anchors.right: close.left
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.title
                size: "heading"
            }
            IconButton {
                id: close
                anchors.right: parent.right
                glyph: "x"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Item {
            id: body
            anchors.top: head.bottom
            anchors.topMargin: Theme.gapSmall
            width: parent.width
            anchors.bottom: parent.bottom
        }
    }
}
