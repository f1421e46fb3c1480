namespace Cosecha.Catalog;

/// <summary>Who answers for the data (GDPR, article 4(7)).</summary>
/// <param name="Name">The company's name.</param>
/// <param name="Contact">How to reach whoever is responsible for data protection there.</param>
public sealed record ConsentController(string Name, string Contact);
