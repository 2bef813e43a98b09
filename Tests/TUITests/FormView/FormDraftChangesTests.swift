import Forms
import Testing

@testable import TUI

@Suite("What differs from how a form began")
struct FormDraftChangesTests {
    private static let options = [Option(value: "a", label: "A"), Option(value: "b", label: "B")]

    private static let fields = [
        Field(id: "ten", label: "Tên", kind: .text(TextRule())),
        Field(id: "ngay", label: "Ngày", kind: .date(DateRule())),
        Field(id: "chon", label: "Chọn", kind: .radio(options), initial: .text("a")),
        Field(id: "mk", label: "Mật khẩu", kind: .password),
    ]

    private static func filled() -> FormState {
        var form = FormFixture.state(fields)
        form.set(FieldPath("ten"), to: .text("Ánh"))
        return form
    }

    @Test("UX-4 nothing differs in a form that nobody touched")
    func untouched() {
        let form = FormFixture.state(Self.fields)
        #expect(form.draft.changes(since: form.draft) == nil)
    }

    @Test("UX-4 half-typed text is among it, what stays as it was is not, and a password never")
    func typed() throws {
        var form = FormFixture.state(Self.fields)
        let base = form.draft
        form.focus(FieldPath("ngay"))
        form.type("31/0")
        form.focus(FieldPath("mk"))
        form.type("bi-mat")
        let changes = try #require(form.draft.changes(since: base))
        #expect(changes.entries.map(\.pointer) == ["/answers/ngay"])
        var next = FormFixture.state(Self.fields)
        #expect(next.restore(changes).isEmpty)
        #expect(next.rawText(FieldPath("ngay")) == "31/0")
        #expect(next.draft.changes(since: base)?.holdsSame(as: changes) == true)
    }

    @Test("UX-4 a field that was emptied comes back empty, over what the form begins with then")
    func emptied() throws {
        var form = Self.filled()
        let base = form.draft
        form.focus(FieldPath("ten"))
        for _ in 0..<3 { form.press("end", "backspace") }
        let changes = try #require(form.draft.changes(since: base))
        var next = Self.filled()
        _ = next.restore(changes)
        #expect(next.rawText(FieldPath("ten")) == "")
    }

    @Test("UX-4 what was typed while it was looked for stays")
    func overlaid() throws {
        var first = FormFixture.state(Self.fields)
        let base = first.draft
        first.focus(FieldPath("ten"))
        first.type("Ánh")
        first.focus(FieldPath("ngay"))
        first.type("1/2")
        var second = FormFixture.state(Self.fields)
        second.focus(FieldPath("ten"))
        second.type("Bình")
        let kept = try #require(first.draft.changes(since: base))
        let newer = try #require(second.draft.changes(since: base))
        _ = second.restore(kept.overlaid(by: newer))
        #expect(second.rawText(FieldPath("ten")) == "Bình")
        #expect(second.rawText(FieldPath("ngay")) == "1/2")
    }
}
