// Cards one below the other, on a wide page in two lanes by turns: no card waits for the height of its neighbour.
import QtQuick
import Tern

Item {
    id: lanes
    property int count: 1
    property int gap: Theme.gapLarge
    readonly property int each: (width - (count - 1) * gap) / count

    function place() {
        if (!children)  // it goes
            return
        const ends = new Array(count).fill(0)
        let next = 0
        for (let i = 0; i < children.length; ++i) {
            const card = children[i]
            if (!card.visible || card.height <= 0)
                continue
            const lane = next++ % count
            card.x = lane * (each + gap)
            card.y = ends[lane]
            card.width = each
            ends[lane] += card.height + gap
        }
        height = Math.max(0, Math.max(...ends) - gap)
    }
    onCountChanged: place()
    onEachChanged: place()
    Component.onCompleted: {
        for (let i = 0; i < children.length; ++i) {
            const card = children[i]
            card.heightChanged.connect(place)
            card.visibleChanged.connect(place)
        }
        place()
    }
}
