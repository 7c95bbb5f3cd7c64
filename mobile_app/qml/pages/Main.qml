import QtQuick
import Tern

Window {
    width: 1200
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: Tern.org === "" ? "Tern" : Tern.org + " · Tern"
    color: Theme.back

    App { anchors.fill: parent }
}
