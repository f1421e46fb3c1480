using Cosecha.Ai;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Labeling;

/// <summary>Checks at the start that a mode which asks the language model has one to ask, and a prompt to ask it with.</summary>
public sealed class LabelingValidation(IOptions<AiOptions> ai, IOptions<CatalogOptions> catalog) : IValidateOptions<LabelingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LabelingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!LabelingModes.All.Contains(options.Mode) || !options.UsesModel)
        {
            return ValidateOptionsResult.Skip;
        }

        if (!ai.Value.IsConfigured)
        {
            return ValidateOptionsResult.Fail(
                $"Labeling__Mode is {options.Mode}, but there is no model to ask: set Ai__Endpoint and Ai__Model."
            );
        }

        try
        {
            LabelPrompt.Read(catalog.Value.Path);
            return ValidateOptionsResult.Success;
        }
        catch (CatalogException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
