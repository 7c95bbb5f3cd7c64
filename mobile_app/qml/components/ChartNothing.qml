// A chart of nothing.
import QtQuick
import Tern

Column {
    spacing: Theme.gapSmall
    Icon { anchors.horizontalCenter: parent.horizontalCenter; glyph: "chart"; size: 28; color: Theme.inkFaint }
    Words { anchors.horizontalCenter: parent.horizontalCenter; text: qsTr("Nothing in this period"); size: "label"; soft: true }
}
