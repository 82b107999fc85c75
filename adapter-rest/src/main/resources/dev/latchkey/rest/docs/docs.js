// Swagger UI on the document of this very service.
const target = document.getElementById("swagger-ui");
window.ui = SwaggerUIBundle({
  domNode: target,
  url: target.dataset.url,
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  // There are no OAuth clients here, so what the dialog sends for one, empty as it is, stays away.
  requestInterceptor: (request) => {
    if (request.headers?.Authorization?.startsWith("Basic ")) {
      delete request.headers.Authorization;
    }
    return request;
  },
});
