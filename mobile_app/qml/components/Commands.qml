// What the palette offers beside records: pages and commands, with the words of both languages that lead to them.
import QtQuick
import Tern

QtObject {
    id: commands
    readonly property var pages: [
        { name: "go insights", label: qsTr("Insights"), glyph: "chart", words: "insights dashboard statistics 洞察 统计 仪表盘 fenxi" },
        { name: "go reports", label: qsTr("Reports"), glyph: "clipboard", words: "reports 报表 baobiao" },
        { name: "go forecast", label: qsTr("Forecast"), glyph: "trend", words: "forecast submit team 预测 提交 yuce" },
        { name: "go plan", label: qsTr("Plan of the day"), glyph: "route", words: "plan visits route 拜访计划 日程" },
        { name: "go visit", label: qsTr("Visits"), glyph: "map-pin", words: "visits 拜访" },
        { name: "go import", label: qsTr("Import"), glyph: "download", words: "import csv excel 导入" },
        { name: "go duplicates", label: qsTr("Duplicates"), glyph: "git-merge", words: "duplicates merge 重复 合并" },
        { name: "go people", label: qsTr("People and spaces"), glyph: "users", words: "people spaces invite 人员 空间 邀请" },
        { name: "go sync", label: qsTr("Sync and trust"), glyph: "refresh-cw", words: "sync trust conflicts trash 同步 冲突 回收站" },
        { name: "go settings", label: qsTr("Settings"), glyph: "settings", words: "settings preferences 设置" }
    ]
    readonly property var acts: [
        { name: "sync now", label: qsTr("Sync now"), glyph: "refresh-cw", words: "sync now 立即同步" },
        { name: "look dark", label: qsTr("Dark mode"), glyph: "moon", words: "dark mode night 深色 夜间" },
        { name: "look light", label: qsTr("Light mode"), glyph: "sun", words: "light mode day 浅色" },
        { name: "language zh", label: "简体中文", glyph: "languages", words: "chinese 中文 zhongwen language" },
        { name: "language en", label: "English", glyph: "languages", words: "english 英文 yingwen language" },
        { name: "keys", label: qsTr("Keys"), glyph: "command", words: "keys shortcuts help 快捷键 帮助", keys: "?" }
    ]
    readonly property var makes: ["account", "contact", "lead", "opportunity", "visit", "task", "activity", "quote", "order"]

    /// `places`: the sections, whose numbers are keys.
    function all(places) {
        const numbered = places.filter(place => place.name !== "add")
        const out = numbered.map((place, i) => ({ name: "go " + place.name, label: place.label, glyph: place.glyph,
                                                  words: place.name, keys: "Ctrl " + (i + 1) }))
        for (const page of pages)
            if (!out.some(one => one.name === page.name))
                out.push(page)
            else
                out.find(one => one.name === page.name).words = page.words
        for (const kind of makes) {
            const face = Tern.entity(kind, Tern.facesRead)
            out.push({ name: "new " + kind, label: qsTr("New: %1").arg(face.label || kind), glyph: face.icon || "plus",
                       words: "new " + kind + " 新建" + (face.label || "") })
        }
        const listed = Array.from(Tern.entities).filter(entity => !Go.unlisted.includes(entity.name))
        const kinds = listed.map(kind => ({ name: "go " + kind.name, label: kind.plural, glyph: kind.icon,
                                            words: kind.name + " " + kind.label }))
        return out.concat(acts, kinds.filter(kind => !out.some(one => one.name === kind.name)))
    }
}
