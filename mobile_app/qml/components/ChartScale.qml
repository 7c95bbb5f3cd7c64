// From nothing to a round number above the greatest: the steps between, and how an axis writes them.
import QtQuick
import Tern

QtObject {
    id: scale
    property real most: 0
    property int steps: 4
    readonly property real step: {
        const rough = Math.max(most, 1e-9) / steps
        const power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10))
        const round = [1, 2, 2.5, 5, 10].find(one => one * power >= rough * 0.999999)
        return round * power
    }
    readonly property real top: most > 0 ? Math.ceil(most / step - 1e-9) * step : steps
    readonly property var ticks: {
        const out = []
        for (let at = 0; at <= top + step / 2 && out.length < 12; at += most > 0 ? step : 1)
            out.push(at)
        return out
    }
    function part(value) { return top > 0 ? Math.max(0, value) / top : 0 }
    function written(number) {
        void Tern.language  // whose units they are: written anew when it changes
        return Tern.brief(number)
    }
}
