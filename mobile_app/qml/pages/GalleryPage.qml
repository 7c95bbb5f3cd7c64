// Every part of the screen in its states: for those who design and build Tern.
import QtQuick
import Tern

Scroll {
    id: page
    objectName: "gallery"
    property bool back: true
    readonly property bool wide: width >= Theme.wide - 92
    readonly property int each: wide ? (column.width - Theme.gapLarge) / 2 : column.width
    readonly property var months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "七月", "八月"]
    readonly property var people: ["Lena Hartmann", "王小明", "Bartholomew Featherstonehaugh", "欧阳静明"]
    readonly property var parts: ["Pipeline", "Best case", "最有可能", "Commit", "Closed", "Omitted"]
    function points(values, unit) {
        const sum = values.reduce((all, one) => all + one, 0)
        return values.map(value => ({ value: value, text: value + unit, note: "", share: Math.round(100 * value / sum) }))
    }

    PageHeader { width: parent.width; title: qsTr("All parts of the screen"); back: page.back }
    Flow {
        width: parent.width
        spacing: Theme.gapLarge
        GalleryCard {
            width: page.each
            title: "LineChart, Sparkline"
            LineChart { width: parent.width; labels: page.months; points: page.points([120, 180, 140, 260, 240, 410, 380, 520], "k") }
            Sparkline { values: [3, 5, 4, 8, 7, 12] ; label: "Sparkline" }
        }
        GalleryCard {
            width: page.each
            title: "BarChart upright"
            BarChart { width: parent.width; upright: true; labels: page.months; points: page.points([12, 18, 14, 26, 24, 41, 38, 52], "") }
        }
        GalleryCard {
            width: page.each
            title: "BarChart"
            BarChart { width: parent.width; labels: page.people; points: page.points([182400, 94000, 61250, 8000], "") }
        }
        GalleryCard {
            width: page.each
            title: "StackedBar"
            StackedBar {
                width: parent.width
                labels: page.people
                totals: ["90", "68", "46", "24"]
                series: page.parts.map((name, i) => ({
                    name: name, points: page.points([20 - i, 15 - i, 10 - i, 6 - i], "") }))
            }
        }
        GalleryCard {
            width: page.each
            title: "Funnel"
            Funnel { width: parent.width; labels: ["New", "初步接触", "Proposal", "Contract"]; points: page.points([120, 84, 40, 18], "") }
        }
        GalleryCard {
            width: page.each
            title: "Donut"
            Donut { width: parent.width; labels: ["Price", "Product", "竞争对手", "Timing", "Other"]; points: page.points([42, 26, 19, 13, 6], ""); total: "106" }
        }
        GalleryCard {
            width: page.each
            title: "TargetBar"
            TargetBar { width: parent.width; label: "华东 2026 Q4"; value: "CNY 1,920,000"; goal: "CNY 1,800,000"; part: 106.7 }
            TargetBar { width: parent.width; label: "Europe 2026 Q4"; value: "EUR 201,000"; goal: "EUR 270,000"; part: 74.4 }
            TargetBar { width: parent.width; label: "Visits"; value: "12"; goal: "40"; part: 30 }
        }
        GalleryCard {
            width: page.each
            title: "ChartNothing"
            BarChart { width: parent.width; labels: []; points: [] }
        }
        GalleryCard {
            width: page.each
            title: "AppButton, IconButton"
            Flow {
                width: parent.width
                spacing: Theme.gapSmall
                AppButton { text: "Primary"; glyph: "check" }
                AppButton { text: "Secondary"; kind: "secondary" }
                AppButton { text: "Quiet"; kind: "quiet" }
                AppButton { text: "删除"; kind: "danger" }
                AppButton { text: "Disabled"; enabled: false }
                IconButton { glyph: "pencil"; text: "Edit" }
                IconButton { glyph: "trash-2"; text: "Delete"; enabled: false }
            }
        }
        GalleryCard {
            width: page.each
            title: "Pill, Chip, ChoiceChip, KeyCap"
            Flow {
                width: parent.width
                spacing: Theme.gapSmall
                Pill { text: "Won"; tone: "good" }
                Pill { text: "Waiting"; tone: "warn" }
                Pill { text: "逾期"; tone: "bad" }
                Pill { text: "Open"; tone: "calm" }
                Pill { text: "Here"; tone: "accent"; glyph: "map-pin" }
                Pill { text: "Plain" }
                ChoiceChip { text: "Chosen"; checked: true }
                ChoiceChip { text: "可选" }
                KeyCap { keys: "Ctrl K" }
                Avatar { name: "Lena Hartmann" }
                Avatar { name: "王小明" }
            }
        }
        GalleryCard {
            width: page.each
            title: "TextBox, PickBox, SearchBox"
            TextBox { width: parent.width; label: "Name"; required: true; text: "Cyberdyne" }
            TextBox { width: parent.width; label: "员工数"; wrong: true; note: "250 or 1,200"; text: "many" }
            PickBox { width: parent.width; label: "Stage"; shown: "Proposal" }
            SearchBox { width: parent.width; placeholder: "Name, company, number, pinyin…" }
        }
        GalleryCard {
            width: page.each
            title: "Segments, Toggle, Stepper, OptionLine"
            Segments { width: parent.width; options: [{ value: 1, label: "Mine" }, { value: 2, label: "My team" }, { value: 3, label: "全部" }]; value: 1 }
            Toggle { width: parent.width; text: "Use the network"; checked: true }
            Toggle { width: parent.width; text: "离线"; checked: false }
            OptionLine { width: parent.width; text: "One of several"; aside: "3"; chosen: true }
            OptionLine { width: parent.width; text: "另一个" }
        }
        GalleryCard {
            width: page.each
            title: "ListRow, ListLine"
            ListRow { width: parent.width; title: "Cyberdyne"; subtitle: "Software · Berlin"; badge: "Active"; tone: "active"; aside: "EUR 12,000" }
            ListRow { width: parent.width; title: "上海博朗贸易有限公司"; subtitle: "零售 · 上海"; current: true }
            ListLine { width: parent.width; glyph: "building-2"; text: "Organisation"; aside: "Maven" }
            ListLine { width: parent.width; text: "Chosen"; chosen: true }
            ListLine { width: parent.width; text: "Leads on"; leads: true }
        }
        GalleryCard {
            width: page.each
            title: "Tile, NumberTile, WorkBar, EmptyState"
            Row {
                spacing: Theme.gapSmall
                Tile { glyph: "users"; text: "Contacts" }
                NumberTile { width: 108; glyph: "clock"; text: "Overdue"; value: "5"; counted: "bad" }
                NumberTile { width: 108; glyph: "map-pin"; text: "拜访"; value: "64" }
            }
            WorkBar { width: parent.width; text: "Importing"; part: 0.42 }
            EmptyState { anchors.horizontalCenter: parent.horizontalCenter; title: "Nothing here yet"; text: "What you add works without a network."; action: "Add the first" }
        }
        GalleryCard {
            width: page.each
            title: "Words"
            Words { text: "Display 展示"; size: "display" }
            Words { text: "Title 标题"; size: "title" }
            Words { text: "Heading 小标题"; size: "heading" }
            Words { text: "Body 正文" }
            Words { text: "Label 标签"; size: "label"; soft: true }
            Words { text: "Caption 说明"; size: "caption"; soft: true }
        }
    }
}
