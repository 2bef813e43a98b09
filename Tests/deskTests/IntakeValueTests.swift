import Forms
import Models
import TUI
import Testing

@testable import desk

@Suite("Values of the intake")
struct IntakeValueTests {
    @Test(
        "An error's pointer finds page and field",
        arguments: [
            ("/applicant/phone", IntakePage.applicant, "phone"),
            ("/applicant/identity_number", .applicant, "identity_number"),
            ("/submitter/name", .applicant, "submitter_name"),
            ("/submitter", .applicant, "on_behalf"),
            ("/procedure", .procedure, nil),
            ("/case", .procedure, nil),
            ("/documents/0/originals", .papers, nil),
            ("/answers/ho_ten", .declaration, "ho_ten"),
            ("/form_version", .declaration, nil),
            ("/quantities/PHI-TL", .terms, "quantity_PHI-TL"),
            ("/exemption", .terms, "exemption"),
            ("/copies", .terms, "copies"),
            ("/channel", .terms, "channel"),
            ("/delivery/address", .terms, "delivery_address"),
            ("/delivery", .terms, "delivery_method"),
            ("/reason", .review, "reason"),
            ("/missing", .review, "missing"),
            ("", .review, nil),
            ("/no/such/thing", .review, nil),
        ] as [(String, IntakePage, String?)])
    func pointers(pointer: String, page: IntakePage, field: String?) {
        let target = IntakeTarget(pointer: pointer, isOrganisation: false)
        #expect(target.page == page)
        #expect(target.field?.field == field)
    }

    @Test("A row of a repeating group is found in its row")
    func rows() {
        let target = IntakeTarget(pointer: "/answers/con/2/ten", isOrganisation: false)
        #expect(target.field == FieldPath("ten", group: "con", row: 2))
    }

    @Test("An organisation's name and address have fields of their own")
    func organisation() {
        #expect(
            IntakeTarget(pointer: "/applicant/name", isOrganisation: true).field?.field == "organisation_name"
        )
        #expect(IntakeTarget(pointer: "/applicant/address", isOrganisation: true).field?.field == "seat")
    }

    @Test(
        "The pages of each copy",
        arguments: [
            ("3", [3]), ("3 3 12", [3, 3, 12]), ("3,3; 12", [3, 3, 12]), ("", []), ("0", nil), ("10000", nil),
            ("3 x", nil), ("-2", nil), ("3.5", nil),
        ] as [(String, [Int]?)])
    func pages(text: String, pages: [Int]?) {
        #expect(TermsForm.pages(text) == pages)
    }

    @Test(
        "A declaration's field counts a fee by its unit",
        arguments: [
            ("bản", "so_ban"), ("phiếu", "so_phieu"), ("văn bản", "so_van_ban"),
        ])
    func counting(unit: String, field: String) {
        #expect(TermsForm.countingFields(per: unit).first == field)
    }

    @Test(
        "What a burst means",
        arguments: [
            (FixtureData.card, true), ("001185000123|011223344|Nguyễn Th", true), ("001185000123|", true),
            ("abc|def", false), ("12|34", false), ("Nguyễn Thị Ánh", false), ("", false), ("|", false),
        ])
    func scans(burst: String, isCard: Bool) {
        if case .identityCard = ScanReading.recognise(burst) {
            #expect(isCard, "\(burst)")
        } else {
            #expect(!isCard, "\(burst)")
        }
    }

    @Test(
        "Units in short",
        arguments: [
            ("UBND phường Hoàn Kiếm", "P. Hoàn Kiếm", "Hoàn Kiếm"),
            ("UBND xã Sóc Sơn", "Xã Sóc Sơn", "Sóc Sơn"),
            ("UBND thành phố Hà Nội", "TP Hà Nội", "Hà Nội"),
            ("Công an phường Cửa Nam", "Công an phường Cửa Nam", "Công an phường Cửa Nam"),
            ("UBND", "UBND", "UBND"), ("", "", ""),
        ])
    func units(name: String, short: String, place: String) {
        #expect(UnitName.short(name) == short)
        #expect(UnitName.place(name) == place)
    }

    @Test("How a due time stands")
    func due() {
        let now = Instant(date: LocalDate(epochDay: 20_780), hour: 9, minute: 41)
        func role(_ days: Int, hour: Int) -> Role {
            DueText(due: Instant(date: now.date.adding(days: days), hour: hour, minute: 0), now: now).role
        }
        #expect(role(5, hour: 9) == .text)
        #expect(role(1, hour: 9) == .dueSoon)
        #expect(role(0, hour: 17) == .dueSoon)
        #expect(role(0, hour: 8) == .overdue)
        #expect(role(-3, hour: 8) == .overdue)
        #expect(DueText(due: now.adding(seconds: -1), now: now, isRunning: false).words == nil)
    }

    @Test(
        "Procedures are found by a few letters, accents aside, most used first",
        arguments: [
            ("", ["2.000635", "2.000815", "1.001193"]), ("trich", ["2.000635"]),
            ("ban sao", ["2.000635", "2.000815"]),
            ("khai sinh", ["1.001193"]), ("KHAI", ["1.001193"]), ("2.0008", ["2.000815"]), ("xyz", []),
            ("dang ky", ["1.001193"]),
        ])
    func search(query: String, codes: [String]) {
        var picker = ProcedurePicker()
        picker.load(FixtureData.summaries)
        picker.search(query)
        #expect(picker.matches.map { picker.items[$0].code } == codes)
    }

    @Test("What the words say half of comes before what is used more and has them somewhere")
    func searchByWhatItIs() {
        var summaries = FixtureData.summaries
        summaries[0].name = "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh"
        var picker = ProcedurePicker()
        picker.load(summaries)
        picker.search("khai sinh")
        #expect(picker.matches.map { picker.items[$0].code } == ["1.001193", "2.000635"])
        picker.search("ban sao")
        #expect(picker.matches.first.map { picker.items[$0].code } == "2.000635")
    }

    @Test("What has the very words comes before what has longer ones that begin with them")
    func searchByWholeWords() {
        var summaries = FixtureData.summaries
        summaries[0].name = "Liên thông: đăng ký khai sinh, thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"
        summaries[1].name = "Liên thông: đăng ký khai tử, xóa đăng ký thường trú, mai táng phí"
        var picker = ProcedurePicker()
        picker.load(summaries)
        picker.search("lien thong khai tu")
        #expect(picker.matches.map { picker.items[$0].code } == ["2.000815", "2.000635"])
    }

    @Test("A slip says what the dossier says")
    func slip() {
        let slip = SlipDocument(
            dossier: FixtureData.dossier, me: FixtureData.me, place: nil, today: LocalDate(epochDay: 20_780))
        #expect(slip.form == .appointment)
        #expect(slip.place == "Hoàn Kiếm")
        #expect(slip.applicantName == "Nguyễn Thị Ánh")
        #expect(slip.documents.count == 2)
        #expect(slip.fees == ["Phí cấp bản sao trích lục × 2: 16.000 đ"])
        #expect(slip.timeText == "01 ngày làm việc")
        #expect(slip.training)
        #expect(slip.issues().isEmpty, "\(slip.issues())")
    }

    @Test("The name of a PDF holds nothing that a path could be made of")
    func fileName() {
        var dossier = FixtureData.dossier
        dossier.code = "../../etc/pass wd\u{1b}[31m"
        let slip = SlipDocument(
            dossier: dossier, me: FixtureData.me, place: nil, today: LocalDate(epochDay: 20_780))
        let name = SlipPrinter.fileName(slip)
        #expect(!name.contains("/"))
        let isPlain = name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7f }
        #expect(isPlain)
    }
}
