// The head of a page: where one is, the way back, what can be done, and how the data stands.
import QtQuick
import Tern
import QtQuick.Layouts

RowLayout {
    id: header
    property string title: ""
    property string subtitle: ""
    property bool back: false
    property bool light: !back  ///< shows how the data stands
    default property alias actions: extras.data
    /// Signs stand on the page's edge, not the buttons around them.
    readonly property int overhang: (Theme.touch - 20) / 2
    readonly property Item lastAction: extras.visibleChildren.length > 0 ? extras.visibleChildren[extras.visibleChildren.length - 1] : null

    spacing: Theme.gapSmall
    IconButton {
        objectName: "back"
        Layout.leftMargin: -header.overhang
        visible: header.back
        glyph: "arrow-left"
        text: qsTr("Back")
        onClicked: Go.back()
    }
    Column {
        Layout.fillWidth: true
        Words {
            width: parent.width
            text: header.title
            size: header.back ? "title" : "display"
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.min(Theme.headingSize, 18)  // in the largest type, too, all of it
            lineHeightMode: Text.ProportionalHeight  // of the size that fits
            lineHeight: 1.15
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Words {
            objectName: "subtitle"
            width: parent.width
            visible: text !== ""
            text: header.subtitle
            size: "label"
            soft: true
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
    }
    Row {
        id: extras
        Layout.rightMargin: !header.light && header.lastAction instanceof IconButton ? -header.overhang : 0
        spacing: Theme.gapTiny
    }
    SyncLight { visible: header.light }
}
