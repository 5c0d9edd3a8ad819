package org.prevenance.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prevenance.wording.Vocable.Role;

/// What words mean: synonyms in French and English under one concept, and the words that deny, allow, oblige or
/// restrict. Words that are not listed stand for themselves, by their stem.
///
/// Each line names a concept or role, and its words without accents: `retract*` stands for all words that begin so,
/// `prendre_fin` for words in a row. Of a concept `set/one` no other of the same set can be meant at once.
final class Lexicon {
    private static final int LONGEST_PHRASE = 4;

    private static final String ROLES = """
        NOT: ne n pas not no never jamais aucun aucune rien nothing personne nobody none guere nul nulle ni neither nor \
        ne_plus n_plus no_longer sans without
        FREE: gratuit* offert offerte offerts offertes sans_frais sans_supplement sans_surcout ne_coute_rien coute_rien inclus incluse incluses \
        compris comprise comprises free free_of_charge at_no_cost no_cost no_charge no_extra_charge \
        no_fee no_fees included complimentary ne_paient_pas ne_payez_pas rien_a_payer nothing_to_pay pay_nothing pay_no zero_frais \
        aucun_frais nothing_is_charged not_charged
        PAID: payant payante payants payantes facture_en_plus supplement_est en_supplement extra_charge a_charge \
        charged chargeable at_extra_cost est_facture est_facturee sont_factures sont_facturees est_preleve \
        sont_preleves est_prelevee sont_prelevees a_vos_frais surcharge
        ABLE: pouvez peut peuvent pouvoir possible possibles permet permettent permis permise autorise autorisee \
        autorises autorisees accepte acceptee acceptes acceptees acceptons admis admise admises disponible disponibles can may able \
        allowed accept accepts accepted permitted available valid valable valables eligible
        UNABLE: impossible impossibles interdit interdite interdits interdites refuse refusee refuses refusees \
        indisponible indisponibles unavailable prohibited forbidden banned refused unable
        MUST: doit doivent devez obligatoire obligatoires il_faut faut necessaire necessaires requis requise requises exige exigee \
        exiges exigees indispensable imperatif est_demande est_demandee sont_demandes must have_to has_to required require requires mandatory compulsory \
        necessary need needs needed
        OPTIONAL: facultatif facultative facultatifs facultatives optionnel optionnelle inutile pas_besoin superflu \
        optional unnecessary needless
        ONLY: uniquement seulement seul seule seuls seules exclusivement reserve_a reservee_a reserve_aux reservee_aux \
        reserves_aux reservees_aux only solely exclusively restricted_to limited_to
        EXCEPT: sauf hormis excepte a_l_exception hors_de a_moins mais_pas except unless excluding other_than \
        apart_from but_not with_the_exception
        PROVIDED: a_condition a_la_condition sous_reserve si s_il if provided provided_that as_long_as on_condition
        ALL: tous toutes tout a_tout_moment n_importe sans_exception sans_condition meme y_compris toujours all any \
        anyone always every even at_any_time including as_long_as_you_like regardless
        YES: oui yes
        NO: non no
        """;

    private static final String FILLERS = """
        le la les l un une des du de d au aux a et ou en dans par pour sur sous avec chez vers ce cet cette ces c ça ca \
        se s sa son ses ma mon mes votre vos notre nos leur leurs vous nous il elle ils elles on je tu y qui que qu \
        quand dont lors lorsque si comme plus moins tres bien aussi ainsi donc car mais or puis est sont etes sommes \
        sera seront serez etait ont avez avons aura aurez auront ayant etre avoir fait faire faites va vont compter \
        comptez compte environ presque jusqu des depuis apres avant pendant entre maximum minimum max min moment fois \
        chaque toute meme autre autres cela celui celle ceux celles soit alors encore deja ici ans eleve elevent \
        disposez dispose disposent droit prevoir prevoyez besoin coute coutent couter coutera prix revient monte \
        montant paye payez paient payer recevez minimal maximal atteint prend prennent prendre dure durent duree delai delais terme date \
        the an of to in on at by for from with within and or is are be been being was were will would shall it its \
        this that these those you your yours we our us they their them he she i my as than then so also too into out \
        up over under about around approximately there here do does did done has have had get gets got take takes \
        taking when after before during until till per each more most less least please pay pays paid cost costs \
        price amount charge charges fee_is time just very s t re ve ll d m no_later later
        """;

    private static final String CONCEPTS = """
        retract: retract* changer_d_avis change_your_mind cooling_off
        cancel: resili* annul* cancel* terminat* mettre_fin
        refund: rembours* refund* reimburs* money_back rendons_l_argent
        return: retour* renvoy* renvoi* rend rendre rendu rendue return* send_back send_it_back send_the_router_back restitu*
        exchange: echang* exchang*
        deliver: livraison* livr* deliver* shipping frais_de_port expedi* envoi envoyee envoye envoyons sent_out
        receive: recept* recoi* recevoir recu recue receiv* parvien*
        bill: factur* invoic* bill bills billing billed
        copy: duplicata* copie copies copy copies
        fee: frais fee fees tarification commission*
        penalty: penalit* penalt* amende* fine fines
        late: retard* late delay*
        payment: paiement* payment* regler reglement*
        deposit: depot_de_garantie caution* deposit*
        contract: contrat* contract*
        commitment: engage* commit*
        notice: preavis notice prevenir
        subscription: abonne* subscri* membership
        plan: forfait* plan plans
        offer: offre offres offer offers
        discount: remise* reduction* discount* promo* rabais
        reduced: tarif_reduit reduced
        tariff: tarif tarifs tariff* rates
        change: chang* modif* switch*
        rise: augment* hausse* increas* goes_up go_up rise*
        fall: baiss* decreas* drop drops
        box: box router* routeur* modem* hub
        fibre: fibre* fiber*
        network: reseau* network*
        signal: couverture_reseau coverage signal
        speed: debit* speed* download_speed
        data: donnees data internet_mobile
        abroad: roaming itineran* a_l_etranger depuis_l_etranger l_etranger etranger abroad foreign
        call: appel* appeler call calls calling
        text: sms texto* texts
        number: numero* number
        phone: telephone* phone phones smartphone* portable portables
        line: ligne* lines line
        sim: sim
        activate: activ* activat*
        setup: mise_en_service mettre_en_service raccord* setup set_up connection_fee
        install: install*
        technician: technicien* engineer* technician* intervenant
        visit: visite* visit visits intervention* passage passe passera rendez_vous appointment*
        breakdown: panne* breakdown* fault*
        outage: coupur* outage* power_cut* interruption*
        repair: repar* depann* repair* fix
        meter: compteur* meter meters
        reading: releve* reading readings
        power: puissance power_level capacity
        electricity: electri* electricit* courant
        gas: gaz gas
        water: eau water
        kwh: kwh kilowattheure*
        energy: energie* energy
        voucher: cheque_energie voucher* bon_d_achat
        offpeak: heures_creuses off_peak
        peak: heures_pleines peak
        moving: demenag* move_house moving moving_house
        home: logement domicile home house foyer* household*
        account: compte_bancaire compte account* comptes tenue_de_compte
        bank: banque* bank
        transfer: virement* transfer* transfert*
        instant: instantan* instant*
        directdebit: prelevement* direct_debit*
        cheque: cheque* check checks
        card: carte cartes card cards
        contactless: sans_contact contactless
        pin: code_confidentiel code_secret pin
        cash: especes cash liquide
        withdraw: retrait* retirer withdraw* cash_withdrawal*
        ceiling: plafon* limite* limit limits capped cap
        overdraft: decouvert* overdraft*
        loan: pret prets credit* loan* emprunt*
        savings: livret* epargne savings
        insurance: assur* insur*
        excess: franchise* excess
        claim: sinistre* reclam* claim*
        complaint: plainte* complain*
        cover: couvr* couvert* cover covers covered covering
        theft: vol_de vol stolen theft vole volee
        loss: perte* perdu* lost loss
        guarantee: garanti* warrant* guarantee*
        compensation: indemn* dedommag* compensat*
        train: train trains rail
        plane: avion* vol_aerien flight* plane*
        bus: bus buses car_de_remplacement coach*
        bike: velo* bike* bicycl*
        ticket: billet* ticket*
        point/counter: guichet* ticket_office ticket_counter counter
        station: gare gares station stations
        stop: arret* stop stops stopped
        seat: place_assise siege* seat*
        book: reserv* book booked booking bookings
        checkin: enregistr* check_in checkin
        departure: depart departs departure*
        arrival: arriv* arrival*
        luggage: bagage* valise* luggage suitcase* bag bags baggage
        cabin: cabine main_bagage hand_luggage carry_on
        hold: soute hold_luggage
        passenger: voyageur* passager* passenger* traveller*
        pet: animaux animal chien* chat_domestique pet pets dog dogs
        meal: repas meal*
        assistance: assistance aide_en_gare
        parking: parking stationne* car_park
        point/shop: boutique* magasin* shop shops store stores
        point/branch: agence* branch*
        point/support: service_client service_clients customer_service customer_services conseiller* advisor* adviser* phone_lines support
        website: site web website
        point/online: en_ligne online espace_client your_account internet
        post: courrier* par_lettre letter* post by_mail
        email: courriel* email e_mail mail
        signature: sign signature signatures signe signee signing
        id: piece_d_identite identity_card proof_of_identity passport passeport
        proof: justificat* proof evidence
        label: etiquett* label*
        reply: repon* reply replies answer* respond*
        wait: attent* wait waiting wait_time
        apply: souscri* demand* apply applic* applies s_applique*
        start: commenc* debut* start starts begin* entre_en_vigueur
        end: termin* prend_fin prendre_fin finit end ends expir* echeance
        open: ouvr* ouvert* open opens opening joignable* accueil* horaire*
        close: ferm* close closes closed closing
        send: envoy* transmet* send sends sent
        use: utilis* use used using uses
        keep: garder conserv* keep kept
        presence: presen* etre_la
        customer: client clients clientele customer*
        month: mensuel* monthly mensualite*
        year: annuel* yearly annual* annuite*
        equip: equip* device* appareil*
        tv: tele television tv
        voltage: tension voltage
        rent: locat* louer rent rental renting loue
        replace: remplac* replac*
        order: commande* order orders
        purchase: achat* achet* purchas* bought buy
        file: dossier* file
        works: travaux engineering_works works
        price_freeze: prix_bloque price_freeze
        bonus: prime primes bonus
        who/adult: adulte* adult adults
        who/child: enfant* child children kids bebe* infant*
        who/senior: senior* retraite* pensioner*
        who/student: etudiant* student*
        who/pro: professionnel* entreprise* business businesses pros
        who/private: particulier* consumer* residential
        customer_age/new: nouveaux nouvelle nouvelles nouveau new
        gen/3g: 3g
        gen/4g: 4g
        gen/5g: 5g
        net/fixed: broadband landline* fixe adsl
        net/mobile: mobile mobiles
        class/first: premiere_classe first_class
        class/second: seconde_classe deuxieme_classe second_class standard_class
        season/summer: ete summer
        season/winter: hiver hivernal* hivernale winter
        reach/domestic: domestic national nationaux nationale
        reach/abroad: international* internationaux overseas
        where/france: france
        where/uk: uk united_kingdom royaume_uni
        where/europe: europe eu ue union_europeenne
        where/usa: etats_unis usa united_states
        where/swiss: suisse switzerland
        level/gold: gold
        level/silver: silver
        level/bronze: bronze
        work/day: ouvre ouvres ouvrable* working business_days
        """;

    private record Meaning(Role role, String concept) {}

    private final Map<String, Meaning> whole = new HashMap<>();
    private final Map<String, Meaning> beginnings = new HashMap<>();

    private static final Lexicon SHARED = new Lexicon();

    private Lexicon() {
        FILLERS.lines()
                .flatMap(line -> List.of(line.strip().split(" ")).stream())
                .forEach(word -> put(word, new Meaning(Role.FILLER, "")));
        CONCEPTS.lines().forEach(line -> read(line, false));
        ROLES.lines().forEach(line -> read(line, true));
    }

    private void read(String line, boolean role) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        Meaning meaning = role ? new Meaning(Role.valueOf(name), "") : new Meaning(Role.CONTENT, name);
        for (String form : line.substring(colon + 1).strip().split(" +")) {
            put(form, meaning);
        }
    }

    private void put(String form, Meaning meaning) {
        if (form.endsWith("*")) {
            beginnings.put(form.substring(0, form.length() - 1), meaning);
        } else {
            whole.put(form.replace('_', ' '), meaning);
        }
    }

    /// The words of a text, the longest phrases first.
    static List<Vocable> read(List<Token> tokens) {
        List<Vocable> vocables = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).isWord()) {
                Vocable vocable = SHARED.at(tokens, at);
                vocables.add(vocable);
                at = vocable.last() + 1;
            } else {
                at++;
            }
        }
        return vocables;
    }

    private Vocable at(List<Token> tokens, int first) {
        StringBuilder phrase = new StringBuilder();
        Vocable found = null;
        for (int last = first;
                last < tokens.size()
                        && last < first + LONGEST_PHRASE
                        && tokens.get(last).isWord();
                last++) {
            phrase.append(last > first ? " " : "").append(tokens.get(last).text());
            Meaning meaning = whole.get(phrase.toString());
            if (meaning != null) {
                found = new Vocable(meaning.role(), meaning.concept(), first, last);
            }
        }
        return found != null ? found : single(tokens.get(first).text(), first);
    }

    private Vocable single(String word, int at) {
        for (int length = word.length(); length > 2; length--) {
            Meaning meaning = beginnings.get(word.substring(0, length));
            if (meaning != null) {
                return new Vocable(meaning.role(), meaning.concept(), at, at);
            }
        }
        return word.length() < 2
                ? new Vocable(Role.FILLER, "", at, at)
                : new Vocable(Role.CONTENT, Folding.stem(word), at, at);
    }
}
