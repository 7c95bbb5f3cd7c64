// How much of a list is not shown.
import QtQuick
import Tern

Words {
    property int count: 0

    visible: count > 0
    text: qsTr("and %n more", "", count)
    size: "label"
    soft: true
}
