namespace Cosecha.Catalog;

/// <summary>Puts the catalog's words into a lexicon.</summary>
internal static class CatalogLexicon
{
    public static LexiconBuilder From(DomainCatalog catalog)
    {
        var builder = new LexiconBuilder();
        AddProducts(builder, catalog.Products);
        AddMeasures(builder, catalog);
        AddTrade(builder, catalog);
        AddPlaces(builder, catalog.Places);
        AddDialogue(builder, catalog);
        foreach (var language in catalog.Languages)
        {
            AddNumbers(builder, language);
            AddDates(builder, language);
            AddConnectors(builder, language);
        }

        return builder;
    }

    private static void AddProducts(LexiconBuilder builder, ProductCatalog products)
    {
        foreach (var product in products.Products)
        {
            builder.Add([product.Name, .. product.Forms], new LexiconEntry(Mark.Product, product.Name));
        }

        foreach (var family in products.Families)
        {
            builder.Add(family.Forms, new LexiconEntry(Mark.Family, family.Default, Source: family));
            foreach (var variant in family.Variants)
            {
                builder.Add(variant.Words, new LexiconEntry(Mark.Variant, variant.Product, Source: family));
            }
        }

        builder.Add(products.TradeWords, Mark.TradeWord).Add(products.NotProducts, Mark.NotProduct);
    }

    private static void AddMeasures(LexiconBuilder builder, DomainCatalog catalog)
    {
        foreach (var size in catalog.Sizes.Sizes.Where(s => !SizeRange.TryParse(s, out _)))
        {
            builder.Add(size, new LexiconEntry(Mark.Size, size));
        }

        foreach (var unit in catalog.Units.Units)
        {
            builder.Add(unit.Forms, new LexiconEntry(Mark.Unit, unit.Name, Source: unit));
        }

        builder
            .Add(catalog.Sizes.Words, Mark.SizeWord)
            .Add(catalog.Sizes.Under, Mark.Under)
            .Add(catalog.Glazing.Words, Mark.Glaze)
            .Add(catalog.Glazing.None, Mark.NoGlaze)
            .Add(catalog.Units.Packs, Mark.Pack)
            .Add(catalog.Units.ContainerMarks, Mark.ContainerMark);
    }

    private static void AddTrade(LexiconBuilder builder, DomainCatalog catalog)
    {
        var trade = catalog.Trade;
        foreach (var term in trade.Incoterms)
        {
            builder.Add(term.Forms, new LexiconEntry(Mark.Incoterm, term.Name, Source: term));
        }

        builder
            .Add(catalog.Freight.Words, Mark.Freight)
            .Add(trade.Currencies, Mark.Currency)
            .Add(trade.Documents, Mark.Document)
            .Add(trade.DocumentFillers, Mark.DocumentFiller);
    }

    private static void AddPlaces(LexiconBuilder builder, PlaceCatalog places)
    {
        Add(places.Cities, PlaceLevel.City);
        Add(places.Countries, PlaceLevel.Country);
        Add(places.Regions, PlaceLevel.Region);
        Add(places.Airports, PlaceLevel.Airport);

        void Add(IReadOnlyList<Place> list, PlaceLevel level)
        {
            foreach (var place in list)
            {
                builder.Add(
                    [place.Name, .. place.Forms ?? []],
                    new LexiconEntry(Mark.Place, place.Name, Source: place with { Level = level })
                );
            }
        }
    }

    private static void AddDialogue(LexiconBuilder builder, DomainCatalog catalog)
    {
        foreach (var group in catalog.Intents.Cues)
        {
            builder.Add(group.Forms, new LexiconEntry(Mark.Cue, group.Intent, group.Weight, group));
        }

        var words = catalog.Dialogue;
        builder
            .Add(words.Negations, Mark.Negation)
            .Add(words.NegationsAfter, Mark.NegationAfter)
            .Add(words.Corrections, Mark.Correction)
            .Add(words.Changes, Mark.Change)
            .Add(words.ChangeTo, Mark.ChangeTo)
            .Add(words.Each, Mark.Each)
            .Add(words.NotGlazing, Mark.NotGlazing)
            .Add(words.Payments, Mark.Payment)
            .Add(words.GlazingAt, Mark.GlazingAt)
            .Add(words.Limits, Mark.Limit)
            .Add(words.Destinations, Mark.Destination)
            .Add(catalog.Wording.Greetings, Mark.Greeting)
            .Add(catalog.Wording.Acknowledgements, Mark.Acknowledgement)
            .Add(catalog.Wording.Fillers, Mark.Filler);
    }

    private static void AddNumbers(LexiconBuilder builder, LanguageWords language) =>
        builder
            .Add(language.Numbers, Mark.Number)
            .Add(language.Multipliers, Mark.Multiplier)
            .Add(language.Fractions, Mark.Fraction)
            .Add(language.NumberJoiner, Mark.NumberJoiner)
            .Add(["%", .. language.Percent], Mark.Percent)
            .Add(language.Ranges, Mark.Range)
            .Add(language.Per, Mark.Per);

    private static void AddDates(LexiconBuilder builder, LanguageWords language) =>
        builder
            .Add(language.Months, Mark.Month)
            .Add(language.NameMonths, Mark.NameMonth)
            .Add(language.Weekdays, Mark.Weekday)
            .Add(language.Dates, Mark.DatePhrase)
            .Add(language.Weeks, Mark.Week)
            .Add(language.DateJoiners, Mark.DateJoiner)
            .Add(language.DateCues, Mark.DateCue)
            .Add(language.Clocks, Mark.Clock)
            .Add(language.Days, Mark.Day);

    private static void AddConnectors(LexiconBuilder builder, LanguageWords language) =>
        builder
            .Add(language.PhoneCues, Mark.PhoneCue)
            .Add(language.To, Mark.To)
            .Add(language.At, Mark.At)
            .Add(language.From, Mark.From)
            .Add(language.Of, Mark.Of)
            .Add(language.Joiners, Mark.Joiner)
            .Add(language.Articles, Mark.Article)
            .Add(language.Words, new LexiconEntry(Mark.LanguageWord, language.Code));
}
