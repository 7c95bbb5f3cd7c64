// How a number went, without axes: beside the number itself.
import QtQuick
import Tern
import QtQuick.Shapes

Item {
    id: line
    property var values: []
    property string label: ""
    readonly property real most: Math.max(1e-9, ...Array.from(values))
    readonly property var spots: Array.from(values).map((value, i) => Qt.point(
        values.length < 2 ? width / 2 : 2 + i * (width - 4) / (values.length - 1), height - 3 - Math.max(0, value) / most * (height - 6)))

    implicitWidth: 96
    implicitHeight: 28
    visible: values.length > 1
    Accessible.role: Accessible.Graphic
    Accessible.name: label
    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: 2
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            PathPolyline { path: line.spots }
        }
    }
    Rectangle {
        readonly property point spot: line.spots.length > 0 ? line.spots[line.spots.length - 1] : Qt.point(0, 0)
        x: spot.x - 3
        y: spot.y - 3
        width: 6
        height: 6
        radius: 3
        color: Theme.accent
    }
}
