// The day's stops as they lie to each other, north up, drawn from their positions alone: no network is asked.
import QtQuick
import Tern

Card {
    id: map
    property var stops: []  ///< of VisitPlan.stops
    readonly property var placed: stops.map((stop, i) => ({ stop: stop, number: i + 1 }))
                                       .filter(one => one.stop.placed && one.stop.state !== "cancelled" && one.stop.state !== "skipped")
    readonly property int rim: 36
    readonly property real kmPerDegree: 111.195
    readonly property var frame: {
        const lats = placed.map(one => one.stop.latitude), lngs = placed.map(one => one.stop.longitude)
        const south = Math.min(...lats), north = Math.max(...lats), west = Math.min(...lngs), east = Math.max(...lngs)
        const squeeze = Math.cos((south + north) / 2 * Math.PI / 180)
        const wide = Math.max((east - west) * squeeze * kmPerDegree, 0.2), high = Math.max((north - south) * kmPerDegree, 0.2)
        const perKm = Math.min((field.width - 2 * rim) / wide, (field.height - 2 * rim) / high)
        return { midLat: (south + north) / 2, midLng: (west + east) / 2, squeeze: squeeze, perKm: perKm }
    }
    readonly property real barKm: {
        const most = 96 / frame.perKm
        const ten = Math.pow(10, Math.floor(Math.log(most) / Math.LN10))
        return most / ten >= 5 ? 5 * ten : most / ten >= 2 ? 2 * ten : ten
    }
    readonly property var spots: placed.map(one => ({ number: one.number, done: one.stop.state === "done", at: at(one.stop) }))
    function at(stop) {
        return Qt.point(field.width / 2 + (stop.longitude - frame.midLng) * frame.squeeze * kmPerDegree * frame.perKm,
                        field.height / 2 - (stop.latitude - frame.midLat) * kmPerDegree * frame.perKm)
    }

    visible: placed.length > 1
    padding: 0
    color: Theme.sunken
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map of the day's stops")

    Item {
        id: field
        anchors.fill: parent
        Canvas {
            id: road
            anchors.fill: parent
            readonly property var frame: map.frame
            readonly property color ink: Theme.accent
            onFrameChanged: requestPaint()
            onInkChanged: requestPaint()
            onPaint: {
                const pen = getContext("2d")
                pen.reset()
                pen.strokeStyle = "" + ink
                pen.globalAlpha = 0.55
                pen.lineWidth = 3
                pen.lineJoin = "round"
                pen.beginPath()
                for (let i = 0; i < map.placed.length; ++i) {
                    const point = map.at(map.placed[i].stop)
                    if (i === 0)
                        pen.moveTo(point.x, point.y)
                    else
                        pen.lineTo(point.x, point.y)
                }
                pen.stroke()
            }
        }
        Repeater {
            model: map.spots
            Rectangle {
                id: spot
                required property var modelData
                readonly property bool done: modelData.done
                x: modelData.at.x - width / 2
                y: modelData.at.y - height / 2
                width: 26
                height: 26
                radius: 13
                color: done ? Theme.good : Theme.accent
                border.width: 2
                border.color: Theme.surface
                Words {
                    anchors.centerIn: parent
                    text: spot.modelData.number
                    size: "caption"
                    color: spot.done ? Theme.surface : Theme.accentInk
                    font.weight: Font.DemiBold
                }
            }
        }
        Column {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.gap
            Icon { glyph: "arrow-up"; size: 16; color: Theme.inkSoft }
            Words { width: 16; horizontalAlignment: Text.AlignHCenter; text: qsTr("N"); size: "caption"; soft: true }
        }
        Column {
            x: Theme.gap
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gapSmall
            Words {
                text: map.barKm >= 1 ? qsTr("%1 km").arg(map.barKm) : qsTr("%1 m").arg(Math.round(map.barKm * 1000))
                size: "caption"
                soft: true
            }
            Rectangle { width: map.barKm * map.frame.perKm; height: 3; radius: 1; color: Theme.inkSoft }
        }
    }
}
