// Tern's mark: a bird's wing over a line of sea.
import QtQuick
import Tern
import QtQuick.Shapes

Rectangle {
    id: mark
    property int size: 44
    width: size
    height: size
    radius: size * 0.28
    color: Theme.accent
    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        antialiasing: true
        ShapePath {
            strokeWidth: mark.size * 0.07
            strokeColor: Theme.accentInk
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: mark.size * 0.18; startY: mark.size * 0.36
            PathQuad { x: mark.size * 0.5; y: mark.size * 0.52; controlX: mark.size * 0.4; controlY: mark.size * 0.32 }
            PathQuad { x: mark.size * 0.82; y: mark.size * 0.26; controlX: mark.size * 0.6; controlY: mark.size * 0.26 }
        }
        ShapePath {
            strokeWidth: mark.size * 0.07
            strokeColor: Theme.accentInk
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            startX: mark.size * 0.24; startY: mark.size * 0.74
            PathLine { x: mark.size * 0.76; y: mark.size * 0.74 }
        }
    }
}
