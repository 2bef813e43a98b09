import TUI

extension DeskActions {
    static let bindings = [
        row(.unitsFromHome, Strings.Keys.units, "home", "V", "v", priority: 86),
        row(.openUnit, Strings.Keys.open, "units", "enter", priority: 70),
        row(.renameUnit, Strings.Keys.renameUnit, "units", "f8", "alt-s", priority: 65),
        row(.closeUnitForm, Strings.Keys.close, "unit_form", "escape", "f12", priority: 60),
        row(.closeUnits, Strings.Keys.back, "units", "escape", "f12", priority: 60),
        row(.refreshUnits, Strings.Keys.refresh, "units", "f5", "ctrl-r", priority: 30),
        row(.openBindings, Strings.Keys.openBindings, "bindings", "enter", priority: 70),
        row(.planBindings, Strings.Keys.planBindings, "bindings", "f10", "ctrl-s", priority: 69),
        row(.markBinding, Strings.Keys.markBinding, "bindings", "f6", "insert", "alt-m", priority: 68),
        row(.markAllBindings, Strings.Keys.markAllBindings, "bindings", "f7", "alt-t", priority: 67),
        row(.otherBindings, Strings.Keys.otherBindings, "bindings", "f4", "tab", "alt-o", priority: 66),
        row(.bindingChanges, Strings.Keys.bindingChanges, "bindings", "f9", "alt-l", priority: 64),
        row(.closeBindings, Strings.Keys.back, "bindings", "escape", "f12", priority: 60),
        row(.clearBindingMarks, Strings.Keys.clearBindingMarks, "bindings", "f8", "alt-c", priority: 20),
        row(.refreshBindings, Strings.Keys.refresh, "bindings", "f5", "ctrl-r", priority: 30),
        row(.planStep, Strings.Keys.planStep, "binding_row", "enter", "P", "p", priority: 90),
        row(.planRow, Strings.Keys.planRow, "binding_row", "T", "t", priority: 80),
        row(.clearStep, Strings.Keys.clearStep, "binding_row", "B", "b", "delete", priority: 70),
        row(.closeBindingRow, Strings.Keys.back, "binding_row", "escape", "f12", priority: 60),
        row(.refreshBindingRow, Strings.Keys.refresh, "binding_row", "f5", "ctrl-r", priority: 30),
        row(.closeBindingForm, Strings.Keys.close, "binding_form", "escape", "f12", priority: 60),
        row(.saveBindings, Strings.Keys.saveBindings, "binding_preview", "f10", "ctrl-s", priority: 90),
        row(.closeBindingPreview, Strings.Keys.back, "binding_preview", "escape", "f12", priority: 60),
        row(.undoBindings, Strings.Keys.undoBindings, "binding_changes", "H", "h", priority: 90),
        row(.closeBindingChanges, Strings.Keys.back, "binding_changes", "escape", "f12", priority: 60),
        row(.refreshBindingChanges, Strings.Keys.refresh, "binding_changes", "f5", "ctrl-r", priority: 30),
    ]
}
