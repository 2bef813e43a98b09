/// The verbs of a process; the set is closed.
public enum ProcessAction: String, Codable, Hashable, Sendable, CaseIterable {
    case receive, refuse, forward, recall, claim, release, reassign, approve, sign, extend, withdraw
    case suspend, resume, stop, finish, deliver, amend, undo
    case requestSupplement = "request_supplement"
    case supplementIn = "supplement_in"
    case sendBack = "send_back"
    case requestPayment = "request_payment"
    /// The system's own: money has come in.
    case paymentOk = "payment_ok"
    /// The system's own: a time has run out.
    case expire

    /// Whether the system does it, never an officer.
    public var isAutomatic: Bool {
        self == .paymentOk || self == .expire
    }
}
