// Arriving: how near one is and how sure that is, and one big button.
import QtQuick
import Tern

Card {
    id: card
    required property var visiting  ///< a Visiting
    signal byHand()
    signal skipped()

    readonly property string tone: Position.state !== Position.Found || !visiting.placeKnown ? "plain"
                                 : visiting.proof === "verified" ? "good" : "warn"
    readonly property string told: Position.state === Position.Unavailable ? qsTr("This device has no position")
        : Position.state === Position.NoPermission ? qsTr("Tern may not see where this device is")
        : Position.state === Position.Searching ? qsTr("Looking for your position…")
        : !visiting.placeKnown ? qsTr("The customer's position is not known")
        : qsTr("%1 away").arg(visiting.distance)
    readonly property string meant: visiting.proof === "verified" ? qsTr("Within %1: the check-in will be verified").arg(visiting.radius)
        : visiting.proof === "outside" ? qsTr("Beyond %1: the check-in will say so").arg(visiting.radius)
        : Position.state === Position.Found && visiting.placeKnown
          ? qsTr("Only exact to %1 m: the check-in will say “not verified”").arg(Math.round(Position.accuracy))
          : qsTr("You can check in all the same: it will say “not verified”")

    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapLarge
        Row {
            width: parent.width
            spacing: Theme.gap
            Rectangle {
                id: badge
                width: 48
                height: 48
                radius: 24
                color: Theme.soft_of(card.tone)
                Icon { anchors.centerIn: parent; glyph: "map-pin"; size: 22; color: Theme.ink_of(card.tone) }
            }
            Column {
                width: parent.width - badge.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    objectName: "nearness"
                    width: parent.width
                    text: card.told
                    size: "heading"
                    wrapMode: Text.Wrap
                }
                Words {
                    objectName: "nearnessMeaning"
                    width: parent.width
                    text: card.meant
                    size: "label"
                    color: Theme.ink_of(card.tone)
                    wrapMode: Text.Wrap
                }
            }
        }
        AppButton {
            objectName: "checkIn"
            width: parent.width
            height: 60
            enabled: !card.visiting.working
            glyph: "log-in"
            text: qsTr("Check in")
            onClicked: card.visiting.checkIn()
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gapSmall
            AppButton {
                objectName: "checkInByHand"
                kind: "quiet"
                text: qsTr("By hand")
                Accessible.name: qsTr("Check in by hand, with a reason")
                onClicked: card.byHand()
            }
            AppButton {
                objectName: "skipVisit"
                kind: "quiet"
                text: qsTr("Skip")
                Accessible.name: qsTr("Skip this visit, with a reason")
                onClicked: card.skipped()
            }
        }
    }
}
