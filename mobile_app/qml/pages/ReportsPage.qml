// The reports that people keep.
import QtQuick
import Tern

Scroll {
    id: page
    objectName: "reports"
    readonly property string part: "insights"  ///< of the app
    property bool back: true
    widest: Theme.readable

    Reports { id: reports }
    PageHeader {
        width: parent.width
        title: qsTr("Reports")
        back: page.back
        AppButton {
            objectName: "newReport"
            glyph: "plus"
            text: qsTr("New report")
            onClicked: Go.page("report", { editing: true })
        }
    }
    Card {
        width: parent.width
        visible: reports.rows.length > 0
        padding: Theme.gapSmall
        implicitHeight: list.height + 2 * padding
        Column {
            id: list
            width: parent.width
            Repeater {
                model: reports.rows
                ListLine {
                    required property int index
                    required property var modelData
                    objectName: "report_" + index
                    width: parent ? parent.width : 0
                    glyph: modelData.icon
                    text: modelData.name
                    aside: modelData.kind
                    leads: true
                    onClicked: Go.page("report", { report: modelData })
                }
            }
        }
    }
    EmptyState {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: reports.ready && reports.rows.length === 0
        glyph: "chart"
        title: qsTr("No report is kept yet")
        text: qsTr("A report counts and sums what you choose, and stays true by itself. All who share it see it.")
        action: qsTr("Make the first")
        onActed: Go.page("report", { editing: true })
    }
}
