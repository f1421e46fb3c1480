using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Azure.Identity;
using Cosecha.Ai;
using Cosecha.FineTuning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Files;

namespace Cosecha.Azure.OpenAI;

/// <summary>
/// Fine-tuning at OpenAI, or at Azure OpenAI over its v1 surface, which speaks the same protocol (Microsoft, "Azure OpenAI in Azure AI Foundry
/// Models v1 API"). Nothing is tried again: the caller decides, since a job costs money.
/// </summary>
public sealed class FineTuneService(IOptions<AiOptions> ai, IOptions<FineTuneOptions> options, IConfiguration configuration)
    : IFineTuneService
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(100);

    private readonly Lazy<OpenAIClient> _client = new(() => Create(ai.Value, configuration));

    /// <inheritdoc />
    public Task<string> UploadAsync(Stream content, string name, CancellationToken cancellationToken) =>
        CallAsync(
            async () => (await Files.UploadFileAsync(content, name, FileUploadPurpose.FineTune, cancellationToken)).Value.Id,
            cancellationToken
        );

    /// <inheritdoc />
    public async Task<bool?> IsReadyAsync(string file, CancellationToken cancellationToken)
    {
        var status = (string?)(await SendAsync("GET", $"files/{file}", null, cancellationToken))["status"];
        // A service without a status has read the file when it has taken it.
        return status is null or "processed" ? true
            : status is "error" or "deleted" ? false
            : null;
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync("DELETE", $"files/{file}", null, cancellationToken);
        }
        catch (FineTuneUnavailableException e) when (e.Reason == "service_not_found")
        {
            // It is gone already.
        }
    }

    /// <inheritdoc />
    public async Task<ServiceJob> StartAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["model"] = job.BaseModel, ["training_file"] = job.TrainingFile };
        Add("validation_file", job.ValidationFile);
        Add("suffix", options.Value.Suffix is { Length: > 0 } suffix ? suffix : null);
        Add("seed", options.Value.Seed);
        Add("hyperparameters", options.Value.Epochs is { } epochs ? new JsonObject { ["n_epochs"] = epochs } : null);
        return To(await SendAsync("POST", "fine_tuning/jobs", body, cancellationToken));

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    /// <inheritdoc />
    public async Task<ServiceJob?> FindByFileAsync(string trainingFile, CancellationToken cancellationToken)
    {
        var jobs = (await SendAsync("GET", "fine_tuning/jobs?limit=100", null, cancellationToken))["data"]?.AsArray() ?? [];
        return jobs.FirstOrDefault(j => (string?)j!["training_file"] == trainingFile) is { } job ? To(job) : null;
    }

    /// <inheritdoc />
    public async Task<ServiceJob> GetAsync(string job, CancellationToken cancellationToken) =>
        To(await SendAsync("GET", $"fine_tuning/jobs/{job}", null, cancellationToken));

    private OpenAIFileClient Files => _client.Value.GetOpenAIFileClient();

    private Task<JsonNode> SendAsync(string method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                using var message = _client.Value.Pipeline.CreateMessage();
                message.Apply(new RequestOptions { CancellationToken = cancellationToken });
                message.Request.Method = method;
                message.Request.Uri = new Uri(Base(ai.Value), path);
                message.Request.Headers.Set("Accept", "application/json");
                if (body is not null)
                {
                    message.Request.Headers.Set("Content-Type", "application/json");
                    message.Request.Content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
                }

                await _client.Value.Pipeline.SendAsync(message);
                return message.Response is { IsError: false } answer
                    ? JsonNode.Parse(answer.Content.ToString() is { Length: > 0 } text ? text : "{}")!
                    : throw new FineTuneUnavailableException(message.Response?.Status ?? 0);
            },
            cancellationToken
        );

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is not FineTuneUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            throw new FineTuneUnavailableException(
                e is ClientResultException answered ? answered.Status
                : e is AuthenticationFailedException ? 401
                : 0
            );
        }
    }

    private static ServiceJob To(JsonNode job) =>
        new(
            (string)job["id"]!,
            (string)job["status"]!,
            (string?)job["fine_tuned_model"],
            (long?)job["trained_tokens"],
            (string?)(job["error"] as JsonObject)?["code"]
        );

    private static Uri Base(AiOptions ai) => new(ai.Endpoint.TrimEnd('/') + (ai.Service == AiService.AzureOpenAI ? "/openai/v1/" : "/"));

    private static OpenAIClient Create(AiOptions ai, IConfiguration configuration)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = Base(ai),
            NetworkTimeout = s_timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
#pragma warning disable OPENAI001 // The constructor that takes an identity is marked as subject to change.
        return ai.Key.Length == 0 && ai.Service == AiService.AzureOpenAI
            ? new OpenAIClient(
                new BearerTokenPolicy(StorageAccount.Identity(configuration), "https://cognitiveservices.azure.com/.default"),
                client
            )
            : new OpenAIClient(new ApiKeyCredential(ai.Key.Length > 0 ? ai.Key : "none"), client);
#pragma warning restore OPENAI001
    }
}
