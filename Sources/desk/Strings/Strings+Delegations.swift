import Forms
import Models

extension Strings {
    /// Roles that are lent to colleagues.
    enum Delegations {
        static let title = say("Ủy quyền", "Delegations")
        static let command = say("Ủy quyền, làm thay khi vắng mặt", "Delegations: who stands in")
        static let new = say("Ủy quyền mới", "New delegation")
        static let from = say("Người ủy quyền", "Lent by")
        static let to = say("Người làm thay", "Stands in")
        static let stands = say("Hiện nay", "State")
        static let lend = say("Ủy quyền", "Lend it")
        static let none = say("Chưa có ủy quyền nào.", "Nothing is lent.")
        static let end = say("Thu lại", "Take back")
        static let endTitle = say("Thu lại ủy quyền?", "Take the delegation back?")
        static func endText(_ delegation: Delegation) -> Phrase {
            say(
                "\(delegation.to.name) thôi làm thay \(delegation.from.name) ngay bây giờ.",
                "\(delegation.to.name) no longer stands in for \(delegation.from.name), from now on.")
        }
        static let ended = say("Đã thu lại ủy quyền.", "The delegation is taken back.")
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            more
                ? say("\(count) ủy quyền mới nhất", "the newest \(count)")
                : say("\(count) ủy quyền", "\(count)")
        }
        static func made(_ delegation: Delegation) -> Phrase {
            say(
                "\(delegation.to.name) làm thay \(delegation.from.name) đến \(delegation.effectiveTo.display).",
                "\(delegation.to.name) stands in for \(delegation.from.name) until \(delegation.effectiveTo.display)."
            )
        }
        static func actTitle(_ name: String) -> String { "\(new.vi): \(name)" }

        static func state(_ delegation: Delegation, on day: LocalDate) -> Phrase {
            if delegation.endedAt != nil { return say("đã thu lại", "taken back") }
            if delegation.effectiveTo < day { return say("đã hết", "over") }
            if delegation.effectiveFrom > day { return say("chưa bắt đầu", "not begun") }
            return say("đang thay", "in force")
        }
    }
}

extension Strings.Keys {
    static let newDelegation = Words(
        name: Strings.say("Thêm", "Add"),
        help: Strings.say(
            "Cho đồng nghiệp làm thay một vai trò trong một số ngày.",
            "Lets a colleague stand in with a role for some days."))
    static let endDelegation = Words(
        name: Strings.say("Thu lại", "Take back"),
        help: Strings.say("Thu lại ủy quyền, từ bây giờ.", "Takes the delegation back, from now on."))
}
