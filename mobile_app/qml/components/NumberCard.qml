// One number, or one a currency, and the way to what it counts.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    property string glyph: "chart"
    property string tone: "accent"
    property string name: ""          ///< of the objectNames
    property string share: ""         ///< of a group by its key, in per cent of all, instead of the sums
    property var trend: []            ///< how it went, for a line
    property alias entity: figures.entity
    property alias filter: figures.filter
    property alias scope: figures.scope
    property alias period: figures.period
    property alias at: figures.at
    property alias measure: figures.measure
    property alias groupBy: figures.groupBy

    readonly property int longest: width >= 240 ? 24 : 14  ///< letters that fit; a longer amount is told in brief
    /// [{"text", "note", "filter"}…]
    readonly property var numbers: {
        const out = []
        if (!figures.ready)
            return out
        if (share !== "") {
            const chart = figures.charts[0]
            const part = chart && chart.series.length > 0 ? chart.series[0].points.find(point => point.key === share) : undefined
            return [{ text: figures.count === 0 ? "–" : (part ? part.share : 0) + "%", note: "" + figures.count, filter: figures.whole }]
        }
        for (const chart of figures.charts)
            for (const series of chart.series)
                for (const point of series.points)
                    if (point.text !== "")
                        out.push({ text: point.text.length <= longest ? point.text : point.brief, note: point.note || "", filter: point.filter })
        return out.length > 0 ? out : [{ text: "0", note: "", filter: figures.whole }]
    }
    objectName: name
    implicitHeight: Math.max(116, body.height + 2 * padding)
    Figures { id: figures; inSight: card.visible; counted: false }
    Column {
        id: body
        width: parent.width
        spacing: Theme.gapSmall
        Item {
            width: parent.width
            height: 32
            Rectangle {
                id: spot
                width: 32
                height: 32
                radius: Theme.radiusSmall
                color: Theme.soft_of(card.tone)
                Icon { anchors.centerIn: parent; glyph: card.glyph; size: 18; color: Theme.ink_of(card.tone) }
            }
            Words {
                anchors.left: spot.right
                anchors.leftMargin: Theme.gapSmall
                anchors.right: line.left
                anchors.verticalCenter: parent.verticalCenter
                text: card.title
                size: "label"
                soft: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
            }
            Sparkline {
                id: line
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: card.trend.length > 1 ? 72 : 0
                values: card.trend
                label: card.title
            }
        }
        Column {
            width: parent.width
            Repeater {
                model: card.numbers
                ChartMark {
                    id: number
                    required property int index
                    required property var modelData
                    objectName: card.name + "Number" + index
                    width: parent.width
                    height: Math.max(card.numbers.length > 1 ? 34 : Theme.touch, Math.round(Theme.titleSize * 1.5))
                    label: card.title
                    value: modelData.text
                    note: modelData.note
                    onClicked: Go.list(card.entity, modelData.filter)
                    background: Rectangle {
                        radius: Theme.radiusSmall
                        color: number.hovered ? Theme.sunken : "transparent"
                        border.width: number.visualFocus ? 2 : 0
                        border.color: Theme.accent
                    }
                    contentItem: Words {
                        text: number.modelData.text
                        font.pixelSize: card.numbers.length > 1 ? Theme.headingSize : Theme.displaySize
                        strong: true
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.labelSize
                    }
                }
            }
        }
    }
}
