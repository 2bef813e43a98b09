import Forms

/// Everything that a printed slip says, so that whoever prints it looks nothing up.
///
/// This is what `desk-print` reads as JSON (`StrictJSON`: snake_case keys, unknown ones refused; lists are
/// always there, optional values may be absent) and what `SlipPreview` shows on screen. Fields follow forms
/// 01 to 06 of TT 03/2025/TT-VPCP, Phụ lục I in the wording of 2018, and what one-stop systems add to
/// them: identity number, channel, look-up code. `issues()` says what is missing or cannot be printed.
public struct SlipDocument: PrintablePaper, Hashable {
    public var form: SlipForm
    /// The authority that the desk belongs to, as in running text: "UBND phường Hoàn Kiếm". The header sets
    /// it in capitals.
    public var authority: String
    /// "Bộ phận Tiếp nhận và Trả kết quả" or "Trung tâm Phục vụ hành chính công".
    public var desk: String
    /// The paper's own number with its suffix, "0123/BPTNTKQ". Absent: a dotted line to fill by hand.
    public var number: String?
    /// The place before the date: "Hoàn Kiếm".
    public var place: String
    public var date: LocalDate
    /// The dossier's code; it stands in the bar code as well.
    public var code: String
    /// What a caller says beside the code to hear how the dossier stands.
    public var lookupCode: String?
    /// Goes into the QR; where it is absent the code does.
    public var lookupURL: String?
    public var applicantName: String
    public var identityNumber: String?
    public var taxCode: String?
    /// Who hands the dossier in, where that is not the applicant.
    public var submitterName: String?
    /// By what right: "theo ủy quyền", "cha, mẹ".
    public var submitterRelation: String?
    public var address: String?
    public var phone: String?
    public var email: String?
    /// "Trực tiếp", "Trực tuyến", "Qua dịch vụ bưu chính".
    public var channel: String?
    /// The procedure's name.
    public var request: String
    public var caseName: String?
    /// Form 01: the papers handed in.
    public var documents: [SlipPaper]
    /// Form 01: the papers that were shown and given back at once.
    public var presented: [String]?
    /// Form 01: số bộ hồ sơ, 1 … 999.
    public var sets: Int
    /// Form 01: what is to be paid, the whole text of an exemption included.
    public var fees: [String]
    /// Form 01: the term, "03 ngày làm việc".
    public var timeText: String?
    /// Forms 01, 04, 05 and 06.
    public var receivedAt: Instant?
    /// Forms 01, 04 and 06. Absent where the law sets no date; then `dueText` says so.
    public var dueAt: Instant?
    /// Form 04: the appointment that can't be kept; `dueAt` is the new one.
    public var oldDueAt: Instant?
    /// Instead of a date, or in brackets after it.
    public var dueText: String?
    /// Form 01: where the result is handed over, "Bộ phận Một cửa phường Hoàn Kiếm", "Qua bưu chính: …".
    public var resultAt: String?
    /// Form 01: quyển số.
    public var registerBook: String?
    /// Form 01: số thứ tự.
    public var registerNumber: Int?
    /// Forms 02 to 05. A new line in a text begins a new reason.
    public var reasons: [String]
    /// Form 02: what is asked for.
    public var missing: [String]
    /// Form 02: whom to ask.
    public var contact: String?
    public var contactPhone: String?
    public var officerName: String
    /// The name under the submitter's signature; absent: the submitter's, or else the applicant's, where it
    /// has at most 80 characters.
    public var submitterSignName: String?
    /// Forms 04 and 05: the head of the unit, who signs. Absent: to be written by hand.
    public var signerName: String?
    /// Form 05.
    public var stop: SlipStop?
    /// Form 06: the history, oldest first.
    public var transfers: [SlipTransfer]?
    /// Form 06: the other units that had a part in it.
    public var otherUnits: [String]?
    /// Form 01: the dossiers that were taken in with it, itself included, each with its code, its date and its look-up code.
    public var linked: [String]?
    /// n on the slip that was made after the n-th correction of the dossier; absent on the first.
    public var amendment: Int?
    /// 0 on the first print, n on the n-th print after it.
    public var reprint: Int
    /// Marks every page TẬP HUẤN.
    public var training: Bool

    public init(
        form: SlipForm, authority: String, desk: String, number: String? = nil, place: String,
        date: LocalDate, code: String, lookupCode: String? = nil, lookupURL: String? = nil,
        applicantName: String, identityNumber: String? = nil, taxCode: String? = nil,
        submitterName: String? = nil, submitterRelation: String? = nil, address: String? = nil,
        phone: String? = nil, email: String? = nil, channel: String? = nil, request: String,
        caseName: String? = nil, documents: [SlipPaper] = [],
        presented: [String]? = nil, sets: Int = 1, fees: [String] = [],
        timeText: String? = nil, receivedAt: Instant? = nil, dueAt: Instant? = nil, oldDueAt: Instant? = nil,
        dueText: String? = nil,
        resultAt: String? = nil, registerBook: String? = nil, registerNumber: Int? = nil,
        reasons: [String] = [], missing: [String] = [], contact: String? = nil,
        contactPhone: String? = nil, officerName: String, submitterSignName: String? = nil,
        signerName: String? = nil, stop: SlipStop? = nil, transfers: [SlipTransfer]? = nil,
        otherUnits: [String]? = nil, linked: [String]? = nil, amendment: Int? = nil, reprint: Int = 0,
        training: Bool = false
    ) {
        self.form = form
        self.authority = authority
        self.desk = desk
        self.number = number
        self.place = place
        self.date = date
        self.code = code
        self.lookupCode = lookupCode
        self.lookupURL = lookupURL
        self.applicantName = applicantName
        self.identityNumber = identityNumber
        self.taxCode = taxCode
        self.submitterName = submitterName
        self.submitterRelation = submitterRelation
        self.address = address
        self.phone = phone
        self.email = email
        self.channel = channel
        self.request = request
        self.caseName = caseName
        self.documents = documents
        self.presented = presented
        self.sets = sets
        self.fees = fees
        self.timeText = timeText
        self.receivedAt = receivedAt
        self.dueAt = dueAt
        self.oldDueAt = oldDueAt
        self.dueText = dueText
        self.resultAt = resultAt
        self.registerBook = registerBook
        self.registerNumber = registerNumber
        self.reasons = reasons
        self.missing = missing
        self.contact = contact
        self.contactPhone = contactPhone
        self.officerName = officerName
        self.submitterSignName = submitterSignName
        self.signerName = signerName
        self.stop = stop
        self.transfers = transfers
        self.otherUnits = otherUnits
        self.linked = linked
        self.amendment = amendment
        self.reprint = reprint
        self.training = training
    }
}
