// A quiet surface with what belongs together.
import QtQuick
import Tern

Rectangle {
    id: card
    default property alias content: inner.data
    property int padding: Theme.gapLarge

    implicitHeight: inner.childrenRect.height + 2 * padding
    implicitWidth: inner.childrenRect.width + 2 * padding
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line

    Item {
        id: inner
        anchors.fill: parent
        anchors.margins: card.padding
    }
}
