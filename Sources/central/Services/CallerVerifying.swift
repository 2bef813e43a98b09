import Forms
import Models
import Synchronization

/// A caller shows that a dossier is his before 1022 tells more of it than its state.
///
/// What was shown holds for the officer who asked, for this dossier, and for half an hour; it is kept in memory, and a
/// restart asks anew. Wrong answers count against the dossier and against the officer, whoever asks, and all wait then:
/// four digits are 10,000 guesses.
final class CallerVerifying: Sendable {
    static let lifetime: Int64 = 1800
    /// The fewest digits that show anything.
    static let fewestDigits = 4
    /// Wrong answers for one dossier in an hour, and by one officer.
    private let dossiers = AttemptLimiter(allowed: 5, window: 3600)
    private let officers = AttemptLimiter(allowed: 30, window: 3600)
    private let verified = Mutex<[String: Instant]>([:])

    private static func key(_ officer: ID, _ dossier: ID) -> String { officer + " " + dossier }

    func holds(officer: ID, dossier: ID, at now: Instant) -> Bool {
        verified.withLock { ($0[Self.key(officer, dossier)] ?? Instant(seconds: 0)) > now }
    }

    enum Answer: Sendable {
        case verdict(CallerVerdict)
        /// For how many seconds nobody, or not this officer, may try.
        case wait(Int64)
    }

    /// Each answer counts as wrong before it is held against the dossier, so that of many at once no more get through
    /// than are allowed; a right one is taken back.
    func judge(_ check: CallerCheck, _ dossier: Dossier, officer: ID, at now: Instant) -> Answer {
        if let seconds = dossiers.begin(dossier.id, at: now) { return .wait(seconds) }
        if let seconds = officers.begin(officer, at: now) {
            dossiers.takeBack(dossier.id)
            return .wait(seconds)
        }
        guard Self.isRight(check, dossier) else {
            return .verdict(
                CallerVerdict(
                    verified: false,
                    triesLeft: min(
                        dossiers.left(for: dossier.id, at: now), officers.left(for: officer, at: now))))
        }
        dossiers.takeBack(dossier.id)
        officers.takeBack(officer)
        let until = now.adding(seconds: Self.lifetime)
        verified.withLock { verified in
            if verified.count >= AttemptLimiter.capacity { verified = verified.filter { $0.value > now } }
            verified[Self.key(officer, dossier.id)] = until
        }
        return .verdict(
            CallerVerdict(
                verified: true, until: until, triesLeft: dossiers.left(for: dossier.id, at: now)))
    }

    private static func isRight(_ check: CallerCheck, _ dossier: Dossier) -> Bool {
        if let secret = check.lookupCode { return secret.trimmed.uppercased() == dossier.lookupCode }
        if let digits = check.identityDigits.map(IdentityNumber.normalize) {
            return [dossier.applicant.identityNumber, dossier.submitter?.identityNumber]
                .contains { $0?.hasSuffix(digits) ?? false }
        }
        guard let digits = check.phoneDigits.map(Self.phoneDigits) else { return false }
        return [dossier.applicant.phone, dossier.submitter?.phone].contains { $0?.hasSuffix(digits) ?? false }
    }

    /// As telephones are kept: without blanks, +84 as 0.
    private static func phoneDigits(_ text: String) -> String {
        PhoneNumber.check(text) == nil ? PhoneNumber.normalize(text) ?? "" : text.filter(\.isNumber)
    }

    /// What is wrong with the question itself.
    static func faults(_ check: CallerCheck) -> [InputFault] {
        let given = [
            ("/lookup_code", check.lookupCode), ("/identity_digits", check.identityDigits),
            ("/phone_digits", check.phoneDigits),
        ].compactMap { place, text in text.map { (place, $0) } }
        guard given.count == 1, let (place, text) = given.first else {
            return [
                .init(
                    "", "required",
                    "Cần đúng một: mã tra cứu, các chữ số cuối của số định danh, hoặc của số điện thoại.")
            ]
        }
        if place == "/lookup_code" {
            return LookupCode.isOne(text.trimmed.uppercased())
                ? []
                : [.init(place, "invalid_lookup_code", "Mã tra cứu có bốn ký tự in trên giấy tiếp nhận.")]
        }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        return digits.count >= fewestDigits && text.length <= 20
            ? [] : [.init(place, "too_short", "Cần ít nhất \(fewestDigits) chữ số cuối.")]
    }
}
