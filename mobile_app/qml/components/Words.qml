// A text in one of the sizes of the design.
import QtQuick
import Tern

Text {
    property string size: "body"  ///< display, title, heading, body, label, caption
    property bool soft: false
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
}
