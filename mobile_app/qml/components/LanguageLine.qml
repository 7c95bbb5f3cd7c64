import QtQuick
import Tern

Segments {
    objectName: "language"
    options: [{ value: "en", label: "English" }, { value: "zh", label: "简体中文" }]
    value: Tern.language
    onChosen: value => Preferences.language = value
}
