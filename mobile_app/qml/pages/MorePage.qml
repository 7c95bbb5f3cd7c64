// Everything else: all kinds of records, sync, settings.
import QtQuick
import Tern

Scroll {
    id: page
    readonly property bool wide: width >= Theme.wide - 92

    PageHeader { width: parent.width; title: qsTr("More"); subtitle: Tern.org }
    Grid {
        id: ways
        width: parent.width
        columns: page.wide ? 4 : 2
        spacing: Theme.gapSmall
        Tile {
            objectName: "goSearch"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "search"
            text: qsTr("Search")
            onClicked: Go.page("search", {})
        }
        Tile {
            objectName: "goInsights"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "chart"
            text: qsTr("Insights")
            onClicked: Go.page("insights", {})
        }
        Tile {
            objectName: "goReports"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "clipboard"
            text: qsTr("Reports")
            onClicked: Go.page("reports", {})
        }
        Tile {
            objectName: "goCalendar"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "calendar"
            text: qsTr("Calendar")
            onClicked: Go.page("calendar", {})
        }
        Tile {
            objectName: "goSync"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "refresh-cw"
            text: qsTr("Sync and trust")
            onClicked: Go.page("sync", {})
        }
        Tile {
            objectName: "goPeople"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "users"
            text: qsTr("People and spaces")
            onClicked: Go.page("people", {})
        }
        Tile {
            objectName: "goImport"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "download"
            text: qsTr("Import")
            onClicked: Go.page("import", {})
        }
        Tile {
            objectName: "goDuplicates"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "git-merge"
            text: qsTr("Duplicates")
            onClicked: Go.page("duplicates", {})
        }
        Tile {
            objectName: "goSettings"
            width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
            glyph: "settings"
            text: qsTr("Settings")
            onClicked: Go.page("settings", {})
        }
    }
    Words { text: qsTr("All records"); size: "heading" }
    Grid {
        id: kinds
        width: parent.width
        columns: page.wide ? 3 : 1
        columnSpacing: Theme.gapLarge
        Repeater {
            model: Array.from(Tern.entities).filter(entity => !Go.unlisted.includes(entity.name))
            ListLine {
                required property var modelData
                objectName: "kind_" + modelData.name
                width: (kinds.width - (kinds.columns - 1) * kinds.columnSpacing) / kinds.columns
                glyph: modelData.icon
                text: modelData.plural
                leads: true
                onClicked: Go.list(modelData.name, "")
            }
        }
    }
}
