// Some parts with their name.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    default property alias parts: inner.data
    implicitHeight: inner.height + label.height + Theme.gap + 2 * padding
    Words { id: label; text: card.title; size: "label"; soft: true; parent: card; x: card.padding; y: card.padding }
    Column {
        id: inner
        parent: card
        x: card.padding
        y: card.padding + label.height + Theme.gap
        width: card.width - 2 * card.padding
        spacing: Theme.gap
    }
}
