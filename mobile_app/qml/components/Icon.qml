import QtQuick
import Tern
import QtQuick.Controls.impl

IconImage {
    property string glyph: ""  ///< a name of icons.txt
    property int size: 20

    source: glyph === "" ? "" : "qrc:/icons/" + glyph + ".svg"
    sourceSize.width: size
    sourceSize.height: size
    width: size
    height: size
    color: Theme.ink
    Accessible.ignored: true
}
