import Models

extension PlanMaker {
    /// The dossiers with fixed ids, and the earlier ones of the returning citizen.
    func seeds(_ makers: inout PersonMaker, _ chance: inout SplitMix64) -> [DossierPlan] {
        let returning = set.sampleCards.first { $0.code == "returning" }?.applicant
        var maker = self
        func seed(
            _ id: ID?, _ procedure: String, _ caseCode: String, hoursAgo: Int, _ fate: DossierFate,
            channel: Int = 1, delivery: DeliveryMethod = .desk, applicant: Applicant? = nil,
            _ makers: inout PersonMaker, _ chance: inout SplitMix64
        ) -> DossierPlan? {
            guard let procedure = set.procedure(procedure),
                let selected = procedure.cases.first(where: { $0.code == caseCode })
            else { return nil }
            let position = max(time.present - hoursAgo * Self.hour, time.begin)
            let person =
                applicant ?? maker.applicant(procedure, selected, at: position, &makers, &chance)
            return DossierPlan(
                id: id, unit: unit, position: position,
                due: time.due(at: position, selected.time) ?? time.present, procedure: procedure,
                caseCode: caseCode, channel: channel, fate: fate, applicant: person, delivery: delivery)
        }
        let plans = [
            seed(
                nil, "1.004194", "ca_nhan", hoursAgo: 340, .delivered, applicant: returning, &makers, &chance),
            seed(
                nil, "2.000815", "thong_thuong", hoursAgo: 250, .delivered, applicant: returning, &makers,
                &chance),
            seed(
                nil, "2.000635", "giay_khai_sinh", hoursAgo: 160, .delivered, applicant: returning, &makers,
                &chance),
            seed(
                SeedDossiers.received, "2.000635", "trich_luc", hoursAgo: 0, .received, applicant: returning,
                &makers, &chance),
            seed(SeedDossiers.overdue, "1.001612", "ca_nhan", hoursAgo: 44, .overdue, &makers, &chance),
            seed(
                SeedDossiers.supplement, "1.001193", "xac_minh", hoursAgo: 20, .supplement(atDesk: false),
                &makers, &chance),
            seed(SeedDossiers.payment, "2.001263", "thong_thuong", hoursAgo: 90, .payment, &makers, &chance),
            seed(SeedDossiers.readyAtDesk, "1.004837", "giam_ho_cu", hoursAgo: 30, .ready, &makers, &chance),
            seed(
                SeedDossiers.readyForPost, "3.000333", "phieu_so_1", hoursAgo: 70, .ready, delivery: .post,
                &makers, &chance),
            seed(
                SeedDossiers.delivered, "1.000894", "trong_nuoc", hoursAgo: 60, .delivered, &makers, &chance),
            seed(SeedDossiers.new, "1.004222", "nguoi_than", hoursAgo: 3, .new, channel: 2, &makers, &chance),
            seed(
                SeedDossiers.signing, "1.004222", "so_huu", hoursAgo: 36, .running(0.8),
                applicant: returning, &makers, &chance),
            seed(SeedDossiers.refused, "1.011606", "thuong_xuyen", hoursAgo: 50, .refused, &makers, &chance),
            seed(
                SeedDossiers.withdrawn, "1.001022", "thong_thuong", hoursAgo: 40, .withdrawn, &makers, &chance
            ),
            seed(SeedDossiers.stopped, "1.013314", "dien_tich", hoursAgo: 100, .stopped, &makers, &chance),
        ]
        return plans.compactMap(\.self)
    }
}

extension SampleCard {
    /// The person on the card, with the phone that the register knows.
    var applicant: Applicant {
        Applicant(
            kind: .citizen, name: name, identityNumber: identityNumber, birthDate: birthDate, sex: sex,
            address: residence, phone: phone)
    }
}
