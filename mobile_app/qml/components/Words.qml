// A text in one of the sizes of the design.
import QtQuick
import Tern

Text {
    property string size: "body"  ///< display, title, heading, body, label, caption
    property bool soft: false
    /// Chinese letters come from a font that stands lower in its line: with these, both have their middle in the middle.
    readonly property int drop: Math.round(font.pixelSize * (Theme.han.test(text) ? -0.06 : 0.12))
    property bool strong: size === "display" || size === "title" || size === "heading"

    color: soft ? Theme.inkSoft : Theme.ink
    font.pixelSize: size === "display" ? Theme.displaySize : size === "title" ? Theme.titleSize
                  : size === "heading" ? Theme.headingSize : size === "label" ? Theme.labelSize
                  : size === "caption" ? Theme.captionSize : Theme.bodySize
    font.weight: strong ? Font.DemiBold : Font.Normal
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * 1.45)
    textFormat: Text.PlainText
    elide: Text.ElideRight
    verticalAlignment: Text.AlignVCenter
    topPadding: drop
    bottomPadding: -drop
}
